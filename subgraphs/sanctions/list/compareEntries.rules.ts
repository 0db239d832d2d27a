import { canonicalJson } from './content.rules';
import type { ListEntry, ListLink, ListWallet } from './listEntry';

/** The difference of an entry between two versions, with the changed fields. */
export interface EntryDifference {
  /** RELINKED: it says the same, and its links lead to other entries, as those came or went. */
  readonly change: 'CHANGED' | 'RELINKED';
  readonly fields: readonly string[];
}

/**
 * Compares what an entry itself says in two versions. The order of values is no content, nor is the entry that a name
 * in a link was resolved to. Null where nothing differs.
 */
export function compareEntries(was: ListEntry, is: ListEntry): EntryDifference | null {
  const [before, after] = [ownContent(was), ownContent(is)];
  const fields = [...new Set([...before.keys(), ...after.keys()])].filter(
    (field) => before.get(field) !== after.get(field),
  );
  if (fields.length > 0) return { change: 'CHANGED', fields };
  return inOrder(was.links) === inOrder(is.links) ? null : { change: 'RELINKED', fields: ['links'] };
}

function ownContent({ links, wallets, ...rest }: ListEntry): ReadonlyMap<string, string> {
  const fields = Object.entries({ ...rest, links: links.map(ownLink), wallets: wallets.map(ownWallet) });
  return new Map(
    // In which of a publication's files a fact stands is no content.
    fields
      .filter(([field]) => field !== 'origins')
      .map(([field, value]) => [field, Array.isArray(value) ? inOrder(value) : canonicalJson(value)]),
  );
}

const inOrder = (values: readonly unknown[]): string => values.map(canonicalJson).sort().join('\n');

/**
 * Returns the list's own form of a link. A link by number is that number, whatever the other's name; else it
 * is the name.
 */
const ownLink = ({ toEntry, text, ...rest }: ListLink) => ({
  ...rest,
  other: rest.kind !== null && toEntry !== null ? toEntry : text,
});

/** Keeps the published form only: the parsed form of an address depends on the forms known to Cordon. */
const ownWallet = ({ currency, published }: ListWallet) => ({ currency, published });
