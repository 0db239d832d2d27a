import type { ActorKind } from '../vocabulary/actorKinds';
import type { RelationshipKind } from '../vocabulary/relationshipKinds';

/** The facts of a list about one alias only, not about the whole entry. Absent: it gives none. */
export interface AliasParticulars {
  readonly births?: readonly ListBirth[];
  readonly birthPlaces?: readonly string[];
  /** The list's note on the alias, word for word. */
  readonly note?: string;
}

/** Another name of an entry, with the list's grading. */
export interface ListAlias extends AliasParticulars {
  /** As published: `KIM, Sang-man`. */
  readonly name: string;
  /** As the list marks it: a weak alias confirms, and does not alert by itself. */
  readonly strength: 'STRONG' | 'WEAK';
  readonly kind: 'AKA' | 'FKA' | 'NKA';
  /** ISO 15924, such as Latn. */
  readonly script: string;
}

/** A date of birth, or the days between which it lies. */
export interface ListBirth {
  /** As published: `circa 1962`, `1950 to 1955`. */
  readonly text: string;
  /** The first day that it can be, YYYY-MM-DD; null where the text is no date. */
  readonly from: string | null;
  /** The last day that it can be, YYYY-MM-DD; null where the text is no date. */
  readonly to: string | null;
  readonly circa: boolean;
}

export interface ListIdentifier {
  /** As published: `Passport`, `Tax ID No.`, `SWIFT/BIC`. */
  readonly kind: string;
  readonly value: string;
  /** The country that issued it, as published. */
  readonly country: string | null;
  /** The whole segment, word for word. */
  readonly text: string;
}

export interface ListAddress {
  /** The parts that the list gives, joined by commas; never empty. */
  readonly text: string;
  readonly city: string | null;
  readonly country: string | null;
}

export interface ListWallet {
  /** The ticker as published, such as `XBT`. It does not say which chain: the form of the address does. */
  readonly currency: string;
  /** The address to the letter, a malformed one too. */
  readonly published: string;
  /** CAIP-10, or `literal:<list>:<text>` where the address cannot be parsed. */
  readonly walletId: string;
  /** The key by which listings are found: an EVM address counts on every EVM chain. */
  readonly matchKey: string;
  /** The reason why the address cannot be parsed; null where it can. */
  readonly problem: string | null;
}

/** That the list links the entry to another. */
export interface ListLink {
  /** As published: the name after `Linked To:`, or the related party's. */
  readonly text: string;
  /** The entry's number on the same list or its sister; null where the name is nobody's, or several entries'. */
  readonly toEntry: string | null;
  /** Null where the list does not say how they are linked (the CSV files never do). */
  readonly kind: RelationshipKind | null;
  /** The first and the last day, YYYY-MM-DD, where the list dates the link. */
  readonly from?: string;
  readonly to?: string;
  /** As the list writes them, where it gives only a month or a year: then `from` and `to` are the outermost days. */
  readonly fromText?: string;
  readonly toText?: string;
  /** Of an owner: the share that it holds, in millionths of the whole. */
  readonly share?: { readonly least: number; readonly most: number };
}

/** One of several designations of an entry, with its own dates. Days are YYYY-MM-DD. */
export interface EntryDesignation {
  /** Unique within the entry, and the same in every version. Empty for the entry itself. */
  readonly id: string;
  readonly programmes: readonly string[];
  /** Null where the list does not give the first day; the first that it can be, where `fromLatest` is there. */
  readonly from: string | null;
  /** The last day in force, or the last that it can be, where `toEarliest` is there. Null where the list gives none. */
  readonly to: string | null;
  /** The last day that the first one can be, and how the list writes it, where it gives only a month or a year. */
  readonly fromLatest?: string;
  readonly fromText?: string;
  /** The first day that the last one can be, and how the list writes it, where it gives only a month or a year. */
  readonly toEarliest?: string;
  readonly toText?: string;
  /** The designating authority, as published. */
  readonly authority: string | null;
}

/** One entry of a sanctions list, as every reader of every format gives it. Days are YYYY-MM-DD. */
export interface ListEntry {
  /** Such as `ofac-sdn`. */
  readonly list: string;
  /** The entry's number on that list. */
  readonly entry: string;
  /** `ofac:43337`, `un:KPe.031`, `opensanctions:<id>` */
  readonly actorId: string;
  readonly kind: ActorKind;
  /** As published: `KIM, Sang Man`. */
  readonly name: string;
  readonly aliases: readonly ListAlias[];
  readonly programmes: readonly string[];
  /** The day of the designation, where the list gives it (UN, OFAC's advanced XML); the CSV files never do. */
  readonly listedOn: string | null;
  readonly title: string | null;
  readonly births: readonly ListBirth[];
  readonly birthPlaces: readonly string[];
  /** Country names as published. */
  readonly nationalities: readonly string[];
  readonly genders: readonly string[];
  readonly identifiers: readonly ListIdentifier[];
  readonly addresses: readonly ListAddress[];
  readonly wallets: readonly ListWallet[];
  readonly links: readonly ListLink[];
  /** The segments that no rule understood, word for word. */
  readonly remarks: readonly string[];
  /**
   * Its designations, where the list dates each by itself. Absent: the entry designates as long as it is on the list.
   * Empty: it is there for its relationships only, and designates nobody.
   */
  readonly designations?: readonly EntryDesignation[];
  /** The days of the entry's changes, by the list; absent where it gives none. */
  readonly updatedOn?: readonly string[];
  /**
   * The facts (`aliases: Старое`; `entries` for the whole entry) that only a further file gives. All others are of the
   * list's main files. Absent: all are.
   */
  readonly origins?: readonly { readonly file: string; readonly facts: readonly string[] }[];
}
