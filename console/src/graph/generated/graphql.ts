/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The strongest measure in force on an account. Weakest first. */
export type AccountStatus =
  /** No measure is in force. */
  | 'OPEN'
  /** Somebody, or a rule, found a cause for review. */
  | 'FLAGGED'
  /** The owner is limited in what it can do, for a time. */
  | 'RESTRICTED'
  /** Nothing can be moved, on a legal process; it can lapse. */
  | 'FROZEN'
  /** Blocked under sanctions, without end date; title stays with the owner. */
  | 'BLOCKED'
  /** In the hands of an authority. */
  | 'SEIZED'
  /** Title has passed by a final order. */
  | 'FORFEITED';

/** The kind of an actor. */
export type ActorKind =
  /** A natural person. */
  | 'PERSON'
  /** A body with members or staff: a company, a bureau, a university. */
  | 'ORGANISATION'
  /** People known by a common name or method, such as a hacking group. */
  | 'GROUP'
  /** A ship. */
  | 'VESSEL'
  /** An aircraft. */
  | 'AIRCRAFT'
  /** The source does not say what it is, or names a kind that Cordon does not know. */
  | 'UNKNOWN';

/** The origin of another name. */
export type AliasKind =
  /** Also known as. */
  | 'AKA'
  /** Formerly known as. */
  | 'FKA'
  /** Now known as. */
  | 'NKA';

/** The quality of an alias, as the list marks it. */
export type AliasStrength =
  /** Alerts by itself. */
  | 'STRONG'
  /** Marked weak by the list: it confirms, and does not alert by itself unless asked. */
  | 'WEAK';

/** The changes of a legal process; omitted fields stay. */
export type AmendLegalProcessInput = {
  /** The time of service on the operator: not in the future. */
  served?: string | null | undefined;
  /** The beginning of its time in force; default: its service. */
  effective?: string | null | undefined;
  /** The assets (CAIP-19) that it reaches; default: all. */
  assets?: Array<string | number> | null | undefined;
  /** The callers who see it beside legal, approvers and auditors, where it is RESTRICTED or the subject may not be told. They are subjects of tokens of the operator's own people, from the issuer of the token that records it. */
  audience?: Array<string | number> | null | undefined;
  /** Further members of the audience: people of a venue, or with tokens of another issuer. */
  audienceMembers?: Array<AudienceMemberInput> | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The process. */
  process: string | number;
  /** The end of its time in force; null: it has no end any more. Omitted: unchanged. */
  expiry?: string | null | undefined;
  /** The accounts that it names from now on. */
  scope?: Array<string | number> | null | undefined;
  /** The disclosure from now on. */
  disclosure?: Disclosure | null | undefined;
  /** True where the subject may be told from now on. */
  mayNotify?: boolean | null | undefined;
  /** Why. */
  reason: string;
};

/** A column of a holding: frozen + inflow = held + seized + released + destroyed. */
export type AmountColumn =
  /** The amount present when the first measure took hold. */
  | 'FROZEN'
  /** The amount that came in since. */
  | 'INFLOW'
  /** The amount held. */
  | 'HELD'
  /** The amount handed to an authority. */
  | 'SEIZED'
  /** The amount that the owner got back. */
  | 'RELEASED'
  /** The amount that its issuer destroyed. */
  | 'DESTROYED';

/** An amount of an asset. */
export type AmountInput = {
  /** CAIP-19. */
  asset: string | number;
  /** In base units, more than 0. */
  amount: string;
};

/** Somebody who may know of a legal process. A subject counts with its issuer and its venue only. */
export type AudienceMemberInput = {
  /** The subject (`sub`) of the token. */
  subject: string;
  /** The venue that the token is confined to; omitted: one of the operator's own people. */
  venue?: string | number | null | undefined;
  /** The issuer (`iss`) of the token; default: that of the token that records it. */
  issuer?: string | null | undefined;
};

/** The status of a claim by the contradictions that it is in, the worst of them. */
export type ClaimStatus =
  /** It is in none that the caller may see. That does not make it true. */
  | 'UNCONTESTED'
  /** A primary source supports it in each. */
  | 'SUPPORTED'
  /** It is in one that no primary source settles. */
  | 'CONTESTED'
  /** A primary source speaks in one, and does not support it. */
  | 'UNSUPPORTED';

/** The end of a flag or a restriction. */
export type ClearMeasureInput = {
  /** The measure. */
  measure: string | number;
  /** The finding. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The share of the whole that an answer covers. An empty list that is not COMPLETE is not "none". */
export type Completeness =
  /** Everything was examined: more hops would find nothing more. */
  | 'COMPLETE'
  /** Everything within the hops was examined (those asked for, or the 5 of the policy). Funds move on beyond them. */
  | 'HOP_LIMIT'
  /** Hubs, such as busy wallets and services, were not followed: there may be more behind them. With `asOf` also custodial wallets. */
  | 'HUB_CUT'
  /** The search ended at its budget: there may be more. */
  | 'BUDGET';

/** A legal process as it reads from now on, whole: what was typed wrong. Its withdrawal stays. */
export type CorrectLegalProcessInput = {
  /** The time of service on the operator: not in the future. */
  served?: string | null | undefined;
  /** The beginning of its time in force; default: its service. */
  effective?: string | null | undefined;
  /** The assets (CAIP-19) that it reaches; null: all. Omitted: unchanged. */
  assets?: Array<string | number> | null | undefined;
  /** The callers who see it beside legal, approvers and auditors, where it is RESTRICTED or the subject may not be told. They are subjects of tokens of the operator's own people, from the issuer of the token that records it. */
  audience?: Array<string | number> | null | undefined;
  /** Further members of the audience: people of a venue, or with tokens of another issuer. */
  audienceMembers?: Array<AudienceMemberInput> | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** From when it is no longer in force. */
  expiry?: string | null | undefined;
  /** The kind. */
  kind: LegalProcessKind;
  /** The issuing authority. */
  authority: string;
  /** Of a designation: the law that it is under, `US`, `UK`, `EU`, `CH`, `UN` or ISO 3166-1 alpha-2 of another country. A SANCTIONS_DESIGNATION needs it. */
  law?: string | null | undefined;
  /** Its number in the authority's books. */
  docket?: string | null | undefined;
  /** The time of issue. */
  issued?: string | null | undefined;
  /** The accounts that it names. */
  scope: Array<string | number>;
  /** Of a licence: true where it asks for a report of acts under it. Omitted: unchanged. */
  reportRequired?: boolean | null | undefined;
  /** The callers who may know that it exists. */
  disclosure: Disclosure;
  /** True where the subject may be told. */
  mayNotify: boolean;
  /** True where it is made up for illustration. */
  illustrative?: boolean;
  /** On whose word. Omitted: unchanged. */
  source?: SourceInput | null | undefined;
  /** The event that recorded it last. */
  event: number;
  /** The process. */
  id: string | number;
  /** The mistake. */
  reason: string;
};

/** A report that was filed, as it reads from now on. */
export type CorrectReportInput = {
  /** Kind of report. A report that meets an obligation has its name, such as INITIAL_BLOCKING_REPORT (or an older name, BLOCKED_PROPERTY_INITIAL, BLOCKED_PROPERTY_ANNUAL). */
  kind: string;
  /** The time of filing: not in the future. */
  filedAt: string;
  /** The authority's number for it. */
  reference?: string | null | undefined;
  /** The obligations that it meets: of its kind, and not before they arose. Omitted: unchanged. An empty list: none. */
  obligations?: Array<string | number> | null | undefined;
  /** The accounts that it is about. Omitted: unchanged. An empty list: none. */
  accounts?: Array<string | number> | null | undefined;
  /** SHA-256 of the filed report, hex. */
  sha256?: string | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The event that recorded it last. */
  event: number;
  /** The report. */
  id: string | number;
  /** The mistake. */
  reason: string;
};

/** A retention hold as it reads from now on. */
export type CorrectRetentionHoldInput = {
  /** The event that recorded it last. */
  event: number;
  /** The hold. */
  id: string | number;
  /** The accounts. */
  accounts: Array<string | number>;
  /** The legal processes that it rests on; omitted: unchanged. An empty list: none. */
  processes?: Array<string | number> | null | undefined;
  /** The reason for the hold; omitted: unchanged. */
  holdReason?: string | null | undefined;
  /** The mistake. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The manner in which funds went on with another movement. */
export type CrossingKind =
  /** Into another asset of the same chain. */
  | 'SWAP'
  /** To another chain. */
  | 'BRIDGE';

/** The reason why a search stopped at a wallet. */
export type CutReason =
  /** It dealt with 1000 others or more. */
  | 'BUSY'
  /** A statement makes it a service's, such as an exchange's or a mixer's. */
  | 'SERVICE'
  /** Only with `asOf`: it is custodial by what is known now, and may not have been at that time. */
  | 'CUSTODIAL'
  /** The search ended there at its budget. */
  | 'BUDGET';

/** A checker's decision, with the digest of the content as seen. */
export type DecisionInput = {
  /** The proposal. */
  proposal: string | number;
  /** Its `digest`, as the checker computed or saw it: SHA-256 in hex. */
  digest: string;
  /** A remark of the checker. */
  reason?: string | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The direction of a link, seen from the node that is asked for. */
export type Direction =
  /** To the node. */
  | 'IN'
  /** From the node. */
  | 'OUT'
  /** Either direction. */
  | 'ANY';

/** The callers who may know that a legal process exists. */
export type Disclosure =
  /** All who may see records that rest on it. */
  | 'OPEN'
  /** Legal, approvers, auditors, and those whom its audience names. */
  | 'RESTRICTED';

/** The reason why a measure ended, or will end. */
export type EndReason =
  /** Its time, or that of its basis, ran out. */
  | 'EXPIRY'
  /** Its requester withdrew it. */
  | 'WITHDRAWAL'
  /** A court ordered it. */
  | 'COURT_ORDER'
  /** A licence allows what was blocked. */
  | 'LICENCE'
  /** The designation that it rested on was removed. */
  | 'DELISTING'
  /** The owner is not who was meant (31 CFR 501.806). */
  | 'MISTAKEN_IDENTITY'
  /** An emergency act that nobody checked within 24 hours. */
  | 'CHECK_LAPSED';

/** The basis of a relationship. */
export type EvidenceKind =
  /** Structured data of a list's publisher. */
  | 'LIST_DATA'
  /** A published statement, such as a press release. */
  | 'STATEMENT'
  /** An analyst's own finding. */
  | 'ANALYST';

/** A report that was filed with an authority. */
export type FileReportInput = {
  /** Kind of report. A report that meets an obligation has its name, such as INITIAL_BLOCKING_REPORT (or an older name, BLOCKED_PROPERTY_INITIAL, BLOCKED_PROPERTY_ANNUAL). */
  kind: string;
  /** The time of filing: not in the future. */
  filedAt: string;
  /** The authority's number for it. */
  reference?: string | null | undefined;
  /** The obligations that it meets: of its kind, and not before they arose. */
  obligations?: Array<string | number> | null | undefined;
  /** The accounts that it is about. */
  accounts?: Array<string | number> | null | undefined;
  /** SHA-256 of the filed report, hex. */
  sha256?: string | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The kind of change of a finding. */
export type FindingChangeKind =
  /** It was not so, or not known, before. */
  | 'ADDED'
  /** It is otherwise than before. */
  | 'CHANGED'
  /** It is gone. Never reported where the search that would have found it was cut. */
  | 'REMOVED';

/** The kind of finding about a watched subject. */
export type FindingKind =
  /** Of a wallet: a statement about its owner that was not retracted. */
  | 'STATEMENT'
  /** Of an actor, or of a wallet's named owner: a list's designation. */
  | 'DESIGNATION'
  /** Of an actor: another that is linked to it by the policy. */
  | 'LINK'
  /** Of an actor: a wallet that a statement attributes to it. */
  | 'WALLET'
  /** Of an account: a wallet at which its venue takes deposits for it. */
  | 'DEPOSIT_WALLET'
  /** That an actor's funds reached an account. */
  | 'REACH'
  /** That funds of a wallet come from somebody, and how much. */
  | 'EXPOSURE_IN'
  /** That funds of a wallet went to somebody, and how much. */
  | 'EXPOSURE_OUT';

/** A mark for a look, by claims or a rule. */
export type FlagAccountInput = {
  /** The account. */
  account: string | number;
  /** The claims that it rests on. */
  claims?: Array<string | number> | null | undefined;
  /** The rule that found it, by its name. */
  rule?: string | null | undefined;
  /** The cause for review. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** A freeze of an account, on its legal bases. */
export type FreezeInput = {
  /** The account. */
  account: string | number;
  /** The legal processes that it rests on. Each must carry it at that time. */
  processes: Array<string | number>;
  /** The assets (CAIP-19) that it is on; default: the whole account. */
  assets?: Array<string | number> | null | undefined;
  /** The reason, for checkers and auditors. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** Its end, where that is to be before the last of its bases expires. */
  until?: string | null | undefined;
};

/** The kind of facts that an import brought in. */
export type ImportKind =
  /** Transfers and UTXO transactions. */
  | 'TRANSFERS'
  /** Recorded swaps and bridges. */
  | 'CROSSINGS'
  /** Wallets that venues take deposits at. */
  | 'DEPOSITS'
  /** Labels of wallets, of GraphSense TagPacks. */
  | 'TAGPACKS';

/** How a check of the ledger ended. */
export type LedgerCheckOutcome =
  /** Every event is as it was written, and in its place. */
  | 'WHOLE'
  /** The events are whole. Views differed from them, and were rebuilt. */
  | 'REBUILT'
  /** Events were edited, moved or removed. */
  | 'LEDGER_DAMAGED'
  /** The check could not be carried out: nothing is known from it. */
  | 'UNKNOWN';

/** The kind of a legal process. */
export type LegalProcessKind =
  /** A designation by OFAC, which blocks property. */
  | 'OFAC_DESIGNATION'
  /** A designation under the sanctions law that `law` names. */
  | 'SANCTIONS_DESIGNATION'
  /** A warrant to seize property. */
  | 'SEIZURE_WARRANT'
  /** A court's order that property must not be moved. */
  | 'RESTRAINING_ORDER'
  /** A demand for records. */
  | 'SUBPOENA'
  /** A request that records be kept. */
  | 'PRESERVATION_REQUEST'
  /** A request by law enforcement that property be frozen; it can lapse. */
  | 'FREEZE_REQUEST'
  /** A final order that title passes to the state. */
  | 'FORFEITURE_ORDER'
  /** A licence that allows what is otherwise blocked. */
  | 'LICENCE'
  /** A court's order that property be let go. */
  | 'COURT_RELEASE'
  /** A token issuer's own policy. */
  | 'ISSUER_POLICY';

/** The end of a retention hold. */
export type LiftRetentionHoldInput = {
  /** The hold. */
  hold: string | number;
  /** Why. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The kind of change in a newer version of a list. */
export type ListChange =
  /** The entry is new. */
  | 'ADDED'
  /** The entry is gone. Its history stays. */
  | 'REMOVED'
  /** The entry itself says something else. */
  | 'CHANGED'
  /** The entry says the same; a name that it links to now leads to another entry, or to none. */
  | 'RELINKED';

/** The decision of a second person, with the digest of the content as seen. */
export type ListUploadDecisionInput = {
  /** The upload. */
  upload: string | number;
  /** Its `digest`, as it was seen. */
  digest: string;
  /** The reason. A rejection needs it. */
  reason?: string | null | undefined;
};

/** The kind of fact beside the name that raises or lowers a score. */
export type MatchModifierKind =
  /** The birth dates agree or differ. */
  | 'BIRTH_DATE'
  /** The nationalities agree or differ. */
  | 'NATIONALITY'
  /** One is a person, a vessel or an aircraft, the other is not. */
  | 'KIND'
  /** An identifier is the same. */
  | 'IDENTIFIER';

/** A measure on an account, on its legal bases. */
export type MeasureActInput = {
  /** The account. */
  account: string | number;
  /** The legal processes that it rests on. Each must carry it at that time. */
  processes: Array<string | number>;
  /** The assets (CAIP-19) that it is on; default: the whole account. */
  assets?: Array<string | number> | null | undefined;
  /** The reason, for checkers and auditors. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The kind of act on an account. Weakest first. */
export type MeasureKind =
  /** Marked for a look, by a claim or a rule. */
  | 'FLAG'
  /** Its owner is limited in what it can do, until an expiry. */
  | 'RESTRICT'
  /** Nothing can be moved, on a legal process that was served. */
  | 'FREEZE'
  /** Blocked under sanctions: frozen without end date, and not seized (OFAC FAQ 9). */
  | 'BLOCK'
  /** Taken by an authority on a warrant or order. */
  | 'SEIZE'
  /** Title passed by a final order. */
  | 'FORFEIT';

/** The manner of a source's statement. */
export type Modality =
  /** It says that it is so. */
  | 'STATES'
  /** It hedges: suspected, presumed, reportedly. */
  | 'SUSPECTS'
  /** It says that it is not so. */
  | 'DENIES'
  /** It forecasts that it will be so; nobody had seen it then. */
  | 'PREDICTS';

/** The kind of obligation. */
export type ObligationKind =
  /** Report blocked property within 10 business days of its blocking (31 CFR 501.603(b)(1)(i)). */
  | 'INITIAL_BLOCKING_REPORT'
  /** Report what is blocked as of 30 June by 30 September of that year (31 CFR 501.603(b)(2)). */
  | 'ANNUAL_BLOCKED_REPORT'
  /** Report what was unblocked within 10 business days, since 2024-08-08 (31 CFR 501.603(b)(3)). */
  | 'UNBLOCKING_REPORT'
  /** Report blocked property that was transferred within 10 business days, since 2024-08-08 (31 CFR 501.603(b)(3)). */
  | 'TRANSFER_REPORT'
  /** Confirm an emergency freeze within 24 hours; late, it has lapsed. */
  | 'EMERGENCY_CHECK'
  /** Find out if and by when blocked property is to be reported: no rule is known for the law of its basis and the jurisdictions of its venue. A report of any kind that names it meets it. */
  | 'UNDETERMINED';

/** The current state of an obligation. */
export type ObligationState =
  /** To be met, and in time. */
  | 'OPEN'
  /** Not met, and its due date is over. */
  | 'LATE'
  /** Met: by a report, or an emergency freeze by its confirmation; also where that was late. */
  | 'MET'
  /** No rule is known, so that there is no due date. Nobody has decided it yet. */
  | 'UNDETERMINED';

/** Somebody looked: a column of a holding is this much. */
export type ObserveAmountInput = {
  /** On whose word. Default: the operator. */
  source?: SourceInput | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The account. */
  account: string | number;
  /** CAIP-19. */
  asset: string | number;
  /** Which. */
  column: AmountColumn;
  /** In base units. */
  amount: string;
};

/** The result of the 50 percent rule (31 CFR 510.411), on the stakes that are known. Never a guess. */
export type OwnershipStatus =
  /** Blocked persons own half or more, in the aggregate, directly or indirectly. */
  | 'BLOCKED'
  /** On the stakes that are known, and with all that is open, they own less. */
  | 'NOT_SHOWN'
  /** No stake is known, or what is open could make the half. Do not read it as "no". */
  | 'UNKNOWN';

/** While it is in place nothing of these accounts is disposed of. */
export type PlaceRetentionHoldInput = {
  /** The accounts. */
  accounts: Array<string | number>;
  /** The legal processes that it rests on. */
  processes?: Array<string | number> | null | undefined;
  /** Why. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The state of a proposal. */
export type ProposalState =
  /** It waits for a checker. */
  | 'PENDING'
  /** A checker approved it, or confirmed an emergency freeze: it was carried out. */
  | 'APPROVED'
  /** A checker rejected it. */
  | 'REJECTED'
  /** No other person decided it in time: it cannot be decided any more. */
  | 'EXPIRED'
  /** An emergency freeze that nobody confirmed within 24 hours: it has ended. */
  | 'LAPSED';

/** An amount that came in at an account. */
export type RecordInflowInput = {
  /** On whose word. Default: the operator. */
  source?: SourceInput | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The account. */
  account: string | number;
  /** CAIP-19. */
  asset: string | number;
  /** In base units, more than 0. */
  amount: string;
};

/** A legal process. */
export type RecordLegalProcessInput = {
  /** The time of service on the operator: not in the future. */
  served?: string | null | undefined;
  /** The beginning of its time in force; default: its service. */
  effective?: string | null | undefined;
  /** The assets (CAIP-19) that it reaches; default: all. */
  assets?: Array<string | number> | null | undefined;
  /** The callers who see it beside legal, approvers and auditors, where it is RESTRICTED or the subject may not be told. They are subjects of tokens of the operator's own people, from the issuer of the token that records it. */
  audience?: Array<string | number> | null | undefined;
  /** Further members of the audience: people of a venue, or with tokens of another issuer. */
  audienceMembers?: Array<AudienceMemberInput> | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** From when it is no longer in force. */
  expiry?: string | null | undefined;
  /** The kind. */
  kind: LegalProcessKind;
  /** The issuing authority. */
  authority: string;
  /** Of a designation: the law that it is under, `US`, `UK`, `EU`, `CH`, `UN` or ISO 3166-1 alpha-2 of another country. A SANCTIONS_DESIGNATION needs it. */
  law?: string | null | undefined;
  /** Its number in the authority's books. */
  docket?: string | null | undefined;
  /** The time of issue. */
  issued?: string | null | undefined;
  /** The accounts that it names. */
  scope: Array<string | number>;
  /** Of a licence: true where it asks for a report of acts under it. Default: false. */
  reportRequired?: boolean | null | undefined;
  /** The callers who may know that it exists. */
  disclosure: Disclosure;
  /** True where the subject may be told. */
  mayNotify: boolean;
  /** True where it is made up for illustration. */
  illustrative?: boolean;
  /** On whose word. Default: the operator. */
  source?: SourceInput | null | undefined;
};

/** The reason for quarantining a row. */
export type RefusalReason =
  /** The row is invalid: a bad address, a missing field, a wrong time. */
  | 'UNREADABLE'
  /** It can be read, and contradicts a stored row, which stays as it is. */
  | 'CONFLICT';

/** A customer's account at a venue, by pseudonym. */
export type RegisterAccountInput = {
  /** On whose word. Default: the operator. */
  source?: SourceInput | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The venue. */
  venue: string | number;
  /** The pseudonym: letters, digits, dots, hyphens and underscores. */
  pseudonym: string;
  /** True where it is made up for illustration. */
  illustrative?: boolean;
};

/** A holding of an account in an asset; an omitted amount is unknown, and not zero. */
export type RegisterHoldingInput = {
  /** On whose word. Default: the operator. */
  source?: SourceInput | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The account. */
  account: string | number;
  /** CAIP-19. */
  asset: string | number;
  /** The amount present when the first measure took hold. */
  frozen?: string | null | undefined;
  /** The amount that came in since. */
  inflow?: string | null | undefined;
  /** The amount held. */
  held?: string | null | undefined;
};

/** An exchange or another custodian. */
export type RegisterVenueInput = {
  /** On whose word. Default: the operator. */
  source?: SourceInput | null | undefined;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** Letters, digits and hyphens: the first part of the ids of its accounts. */
  id: string | number;
  /** Its name. */
  name: string;
  /** The laws that bind it: ISO 3166-1 alpha-2 of countries, `UK`, or `EU`. Default: not recorded. */
  jurisdictions?: Array<string> | null | undefined;
  /** True where it is made up for illustration. */
  illustrative?: boolean;
};

/** The kind of relationship of `from` to `to`. */
export type RelationshipKind =
  /** `from` is owned or controlled by `to`. */
  | 'OWNED_OR_CONTROLLED_BY'
  /** `from` acts for or on behalf of `to`. */
  | 'ACTING_FOR'
  /** `from` leads `to`, or is an official of it. */
  | 'LEADER_OF'
  /** `from` gives `to` material, financial or technological support. */
  | 'PROVIDING_SUPPORT_TO'
  /** `from` is a subordinate unit of `to`. */
  | 'SUBORDINATE_TO'
  /** `from` and `to` are affiliated; it reads both ways. */
  | 'AFFILIATED_WITH'
  /** `from` is family of `to`. */
  | 'FAMILY_OF'
  /** `from` is property in which `to` has an interest. */
  | 'PROPERTY_IN_WHICH_INTEREST'
  /** Two records of one actor. */
  | 'SAME_AS'
  /** `from` is linked to `to`, and the list does not say how. */
  | 'LINKED_TO';

/** The end of one measure; others on the account stay. */
export type ReleaseInput = {
  /** The measure. */
  measure: string | number;
  /** The reason for the end. A rule sets which reason can end which measure. */
  endReason: EndReason;
  /** The licence or court release that the end rests on; LICENCE, MISTAKEN_IDENTITY and COURT_ORDER need one. */
  processes?: Array<string | number> | null | undefined;
  /** The amounts that the owner gets back, each asset once. */
  amounts?: Array<AmountInput> | null | undefined;
  /** The reason, for checkers and auditors. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The reason why nobody is named for a part of the funds. */
export type RestCause =
  /** IN: the wallet had sent it itself. */
  | 'OWN'
  /** IN: newly made coins. The one part that is known to be clean. */
  | 'ISSUED'
  /** It is behind a wallet too busy to follow. */
  | 'HUB'
  /** It is behind a wallet that the budget did not allow to examine. */
  | 'BUDGET'
  /** It is further away than the hops that were asked for. */
  | 'HOPS'
  /** IN: nobody was seen to receive it: an opening balance. */
  | 'UNSEEN'
  /** IN, under POISON: nothing that is named came with it. */
  | 'UNTAINTED'
  /** OUT: it came back. */
  | 'RETURNED'
  /** OUT: fees. */
  | 'FEE'
  /** OUT: to outputs that pay to no address. */
  | 'NOBODY'
  /** OUT: it lies in wallets that nobody is named for. */
  | 'HELD';

/** A limit, for a time, on what the owner of a flagged account can do. */
export type RestrictAccountInput = {
  /** The account. */
  account: string | number;
  /** Its expiry: a restriction needs one. */
  until?: string | null | undefined;
  /** The analyst's reason. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The state of retention. */
export type RetentionState =
  /** No measure ever existed: the rule does not ask for anything. */
  | 'NONE'
  /** A retention hold is in place: nothing may be disposed of, however old. */
  | 'HELD'
  /** A measure is in force: the time has not begun. */
  | 'IN_FORCE'
  /** To be kept until a day. */
  | 'RUNNING'
  /** That day is over. */
  | 'OVER';

/** The retraction of a statement of our own analysts. */
export type RetractAttributionInput = {
  /** Made up by the client, once for this: as in `stateAttribution`. */
  key: string | number;
  /** The statement to retract. */
  id: string | number;
  /** Reason: 1 to 2,000 characters. */
  reason: string;
};

/** The subject of a row of a list. */
export type RowKind =
  /** An entry. */
  | 'ENTRY'
  /** Another name. */
  | 'ALIAS'
  /** A place. */
  | 'ADDRESS'
  /** The continuation of remarks that were too long. */
  | 'COMMENT'
  /** A segment of remarks. */
  | 'REMARK'
  /** A link between two entries. */
  | 'RELATIONSHIP';

/** The subject to screen. Facts beside the name raise or lower the score. */
export type ScreeningSubject = {
  /** A name in any script and order of its parts: 1 to 500 characters. */
  name: string;
  /** True where `name` is a line in which names stand, such as the reference of a payment; its other words count for nothing. */
  isFreeText?: boolean | null | undefined;
  /** The birth date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
  birthDate?: string | null | undefined;
  /** A country by its English name or ISO 3166-1 alpha-2 code. */
  nationality?: string | null | undefined;
  /** Its kind; another kind lowers the score. */
  kind?: ActorKind | null | undefined;
  /** Numbers of passports, registers, ships (IMO) and the like. A party that has one of them is a match, whatever its name. */
  identifiers?: Array<string> | null | undefined;
};

/** A seizure of frozen or blocked assets, on a warrant or order. */
export type SeizeInput = {
  /** The account. */
  account: string | number;
  /** The legal processes that it rests on. Each must carry it at that time. */
  processes: Array<string | number>;
  /** The assets (CAIP-19) that it is on; default: the whole account. */
  assets?: Array<string | number> | null | undefined;
  /** The reason, for checkers and auditors. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
  /** The amounts taken, each asset once. */
  amounts: Array<AmountInput>;
};

/** The source, with the place. */
export type SourceInput = {
  /** A name of the source, unique within the deployment. */
  id: string;
  /** The title as published. */
  title: string;
  /** Its publisher. */
  publisher?: string | null | undefined;
  /** The day of publication. */
  publishedOn?: string | null | undefined;
  /** The address where it can be read. */
  url?: string | null | undefined;
};

/** The stance of a statement on "this wallet is that actor's". */
export type Stance =
  /** It asserts it. */
  | 'ASSERTS'
  /** It says that it is not so. */
  | 'DISPUTES'
  /** Its source no longer asserts it. */
  | 'RETRACTS';

/** A statement of one of our own analysts about a wallet. */
export type StateAttributionInput = {
  /** Made up by the client, once for this statement: sent again with the same key, it is the same statement. 1 to 100 letters, digits, dots, hyphens and underscores. */
  key: string | number;
  /** The address in any written form, or a CAIP-10 id. */
  wallet: string;
  /** ASSERTS or DISPUTES; to retract, use `retractAttribution`. */
  stance: Stance;
  /** The owner that is asserted or denied, such as `ofac:27307`; or else give a label. */
  actorId?: string | number | null | undefined;
  /** The name of the wallet or its owner: up to 500 characters. */
  label?: string | null | undefined;
  /** The basis: GraphSense's confidence id, such as `forensic`. */
  confidenceId: string | number;
  /** The method of the analyst: 1 to 2,000 characters. */
  method: string;
  /** The first day that it holds, where it is known. */
  heldFrom?: string | null | undefined;
  /** The last day that it holds, where it is known. */
  heldTo?: string | null | undefined;
  /** The URL of the evidence (http or https). */
  evidenceUrl?: string | null | undefined;
};

/** The rule by which mixed funds are told apart (docs/concepts/exposure.md). */
export type TaintMethod =
  /** A wallet that received anything tainted taints all that it pays from then on. Amounts overlap. */
  | 'POISON'
  /** In proportion to the payer's funds, exact to the unit. */
  | 'HAIRCUT'
  /** The first received leaves first. */
  | 'FIFO'
  /** The last received leaves first. */
  | 'LIFO'
  /** Tainted funds leave first, and to the highest output of a transaction. */
  | 'TIHO';

/** An amount that leaves an account. */
export type TransferInput = {
  /** CAIP-19. */
  asset: string | number;
  /** In base units, more than 0. */
  amount: string;
  /** The account that it leaves. */
  from: string | number;
  /** The account that it comes in at, where that is here. */
  to?: string | number | null | undefined;
  /** The licences or court releases: needed out of an account that is frozen, blocked or seized. */
  processes?: Array<string | number> | null | undefined;
  /** The reason, for checkers and auditors. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The state of an upload. */
export type UploadState =
  /** Its files are arriving. Nothing of it is in force. */
  | 'RECEIVING'
  /** Its files arrived whole, and are being read. */
  | 'CHECKING'
  /** It was read, and waits for another person to approve its report. */
  | 'WAITING'
  /** Another person approved it. It is being published. */
  | 'APPROVED'
  /** Its content is stored; a list is published. */
  | 'DONE'
  /** Another person rejected it. Nothing of it is in force. */
  | 'REJECTED'
  /** It failed: `problem` says why, and names what of it may be stored. */
  | 'FAILED'
  /** It ended before it was whole, or while it was read. Upload the same files again. */
  | 'CUT_OFF'
  /** No other person decided it within 72 hours. Its files are deleted, and nothing of it is in force: upload them again. */
  | 'EXPIRED';

/** A subject that is to be watched: one of wallet, account and actor. */
export type WatchInput = {
  /** Made up by the client, once for this watch: sent again with the same key, it is the same watch. 1 to 100 letters, digits, dots, hyphens and underscores. */
  key: string | number;
  /** An address in any written form, or a CAIP-10 id. */
  wallet?: string | null | undefined;
  /** An account, `<venue id>:<pseudonym>`; a partner: its own. */
  account?: string | number | null | undefined;
  /** An actor, such as `ofac:27307`; for the operator only. */
  actor?: string | number | null | undefined;
  /** The purpose of the watch, in your words: 1 to 200 characters. */
  label: string;
};

/** The kind of watched subject. */
export type WatchSubjectKind =
  /** The statements about it, and the origin and destination of its funds. */
  | 'WALLET'
  /** Its deposit wallets, and whose funds reached them. */
  | 'ACCOUNT'
  /** Its status, its wallets, and the accounts that its funds reached. */
  | 'ACTOR';

/** The withdrawal of a legal process by who issued it. */
export type WithdrawLegalProcessInput = {
  /** The process. */
  process: string | number;
  /** The reason, or the withdrawing authority. */
  reason: string;
  /** The caller's own name for this command, 1 to 200 characters: a retry with the same key is done once. The same key with another payload is rejected. */
  key: string;
};

/** The reason why words of two names count as the same. */
export type WordAlignment =
  /** The same letters, once in Latin script. */
  | 'EXACT'
  /** Romanizations of one sound, such as `Zelensky` and `Selenskyj`. */
  | 'SOUND'
  /** A few letters differ. */
  | 'SPELLING'
  /** Known forms of one name or word, such as `Lee` and `Ri`. */
  | 'VARIANT'
  /** A short form and the name. */
  | 'NICKNAME'
  /** The same consonants; one was written in a script that leaves vowels out. */
  | 'CONSONANTS'
  /** Numbers that differ in one digit. */
  | 'NUMBER'
  /** An initial and a name that it begins. */
  | 'INITIAL'
  /** One word, and neighbouring words that are it when written as one. */
  | 'JOINED';

export type ListsInForceQueryVariables = Exact<{ [key: string]: never }>;

export type ListsInForceQuery = {
  sanctionsLists: Array<{ id: string; version: string; ageDays: number | null; stale: boolean }> | null;
};

export type WaitingProposalsQueryVariables = Exact<{ [key: string]: never }>;

export type WaitingProposalsQuery = {
  proposals: { totalCount: number; nodes: Array<{ id: string; proposer: string }> } | null;
};

export type WaitingUploadsQueryVariables = Exact<{ [key: string]: never }>;

export type WaitingUploadsQuery = {
  listUploads: {
    pageInfo: { hasNextPage: boolean };
    nodes: Array<{ id: string; state: UploadState; uploadedBy: string }>;
  } | null;
};

export type WaitingObligationsQueryVariables = Exact<{ [key: string]: never }>;

export type WaitingObligationsQuery = {
  late: { pageInfo: { hasNextPage: boolean }; nodes: Array<{ id: string; ownerRole: string }> } | null;
  open: { pageInfo: { hasNextPage: boolean }; nodes: Array<{ id: string; ownerRole: string }> } | null;
  undetermined: {
    pageInfo: { hasNextPage: boolean };
    nodes: Array<{ id: string; ownerRole: string }>;
  } | null;
};

export type WaitingObligationsFragment = {
  pageInfo: { hasNextPage: boolean };
  nodes: Array<{ id: string; ownerRole: string }>;
};

export type AccountPageQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;

export type AccountPageQuery = {
  account: {
    id: string;
    illustrative: boolean;
    status: AccountStatus;
    frozenSince: string | null;
    venue: { id: string; name: string };
    retainUntil: { state: RetentionState; until: string | null; reason: string };
    holdings: Array<{
      held: string | null;
      frozen: string | null;
      inflow: string | null;
      seized: string | null;
      illustrative: boolean;
      asset: { id: string; symbol: string; decimals: number | null };
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
    measures: Array<{
      id: string;
      kind: MeasureKind;
      from: string;
      to: string | null;
      endReason: EndReason | null;
      reason: string | null;
      inForce: boolean;
      illustrative: boolean;
      maker: string | null;
      checker: string | null;
      bases: Array<{ id: string; kind: LegalProcessKind; authority: string; docket: string | null }>;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
  } | null;
};

export type AccountObligationsQueryVariables = Exact<{
  id: string | number;
}>;

export type AccountObligationsQuery = {
  account: {
    obligations: Array<{
      id: string;
      kind: ObligationKind;
      state: ObligationState;
      dueOn: string | null;
      rule: string;
      about: string;
      note: string | null;
      illustrative: boolean;
      ownerRole: string;
      venue: { name: string };
      account: { id: string } | null;
      metBy: { id: string; filedAt: string; reference: string | null } | null;
    }>;
  } | null;
};

export type AccountWalletsQueryVariables = Exact<{
  id: string | number;
}>;

export type AccountWalletsQuery = {
  account: { depositWallets: Array<{ id: string; chain: string }> | null } | null;
};

export type BasesForQueryVariables = Exact<{
  account: string | number;
}>;

export type BasesForQuery = {
  legalProcesses: {
    totalCount: number;
    nodes: Array<{
      id: string;
      kind: LegalProcessKind;
      authority: string;
      docket: string | null;
      withdrawn: boolean;
      expiry: string | null;
    }>;
  } | null;
};

export type ProposeFreezeMutationVariables = Exact<{
  input: FreezeInput;
}>;

export type ProposeFreezeMutation = { freezeAccount: { id: string; state: ProposalState } | null };

export type FreezeInEmergencyMutationVariables = Exact<{
  input: FreezeInput;
}>;

export type FreezeInEmergencyMutation = { emergencyFreeze: { id: string; state: ProposalState } | null };

export type ProposeBlockMutationVariables = Exact<{
  input: MeasureActInput;
}>;

export type ProposeBlockMutation = { blockAccount: { id: string; state: ProposalState } | null };

export type ProposeForfeitureMutationVariables = Exact<{
  input: MeasureActInput;
}>;

export type ProposeForfeitureMutation = { forfeitAccount: { id: string; state: ProposalState } | null };

export type FlagMutationVariables = Exact<{
  input: FlagAccountInput;
}>;

export type FlagMutation = { flagAccount: { id: string } | null };

export type RestrictMutationVariables = Exact<{
  input: RestrictAccountInput;
}>;

export type RestrictMutation = { restrictAccount: { id: string } | null };

export type ProposeSeizureMutationVariables = Exact<{
  input: SeizeInput;
}>;

export type ProposeSeizureMutation = { seizeAccount: { id: string; state: ProposalState } | null };

export type ProposeTransferMutationVariables = Exact<{
  input: TransferInput;
}>;

export type ProposeTransferMutation = { transferAmount: { id: string; state: ProposalState } | null };

export type ProposeReleaseMutationVariables = Exact<{
  input: ReleaseInput;
}>;

export type ProposeReleaseMutation = { releaseMeasure: { id: string; state: ProposalState } | null };

export type ClearMeasureMutationVariables = Exact<{
  input: ClearMeasureInput;
}>;

export type ClearMeasureMutation = { clearMeasure: { id: string } | null };

export type RegisterHoldingMutationVariables = Exact<{
  input: RegisterHoldingInput;
}>;

export type RegisterHoldingMutation = { registerHolding: { id: string } | null };

export type ObserveAmountMutationVariables = Exact<{
  input: ObserveAmountInput;
}>;

export type ObserveAmountMutation = { observeAmount: { id: string } | null };

export type RecordInflowMutationVariables = Exact<{
  input: RecordInflowInput;
}>;

export type RecordInflowMutation = { recordInflow: { id: string } | null };

export type AccountsQueryVariables = Exact<{
  status?: AccountStatus | null | undefined;
  venue?: string | number | null | undefined;
  after?: string | null | undefined;
}>;

export type AccountsQuery = {
  accounts: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      status: AccountStatus;
      frozenSince: string | null;
      illustrative: boolean;
      venue: { id: string; name: string };
    }>;
  } | null;
};

export type EndingMeasuresQueryVariables = Exact<{
  expiresBefore: string;
  after?: string | null | undefined;
}>;

export type EndingMeasuresQuery = {
  measures: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      kind: MeasureKind;
      from: string;
      to: string | null;
      endReason: EndReason | null;
      illustrative: boolean;
      account: { id: string };
      bases: Array<{ id: string; docket: string | null }>;
    }>;
  } | null;
};

export type RegisterVenueMutationVariables = Exact<{
  input: RegisterVenueInput;
}>;

export type RegisterVenueMutation = { registerVenue: { id: string } | null };

export type RegisterAccountMutationVariables = Exact<{
  input: RegisterAccountInput;
}>;

export type RegisterAccountMutation = { registerAccount: { id: string } | null };

export type ActorPageQueryVariables = Exact<{
  id: string | number;
}>;

export type ActorPageQuery = {
  actor: {
    id: string;
    name: string;
    kind: ActorKind;
    sanctioned: boolean;
    programs: Array<string>;
    births: Array<{ text: string }>;
    nationalities: Array<{ text: string }>;
    titles: Array<{ text: string }>;
    remarks: Array<{ text: string }>;
    identifiers: Array<{ kind: string; value: string; country: string | null }>;
    addresses: Array<{ text: string }>;
    ownership: {
      status: OwnershipStatus;
      blockedPercent: string;
      possiblePercent: string;
      unaccountedPercent: string;
      stakes: Array<{
        leastPercent: string;
        mostPercent: string;
        ownerStatus: OwnershipStatus;
        ownerListed: boolean | null;
        owner: { id: string; name: string };
        sources: Array<{
          title: string;
          publisher: string | null;
          publishedOn: string | null;
          url: string | null;
          quote: string | null;
        }>;
      }>;
    };
    sources: Array<{
      title: string;
      publisher: string | null;
      publishedOn: string | null;
      url: string | null;
      quote: string | null;
    }>;
    designations: Array<{
      id: string;
      list: string;
      entry: string;
      programmes: Array<string>;
      from: string | null;
      to: string | null;
      authority: string | null;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
    aliases: Array<{ name: string; strength: AliasStrength; kind: AliasKind; script: string }>;
    relationships: Array<{
      evidence: EvidenceKind;
      disputed: boolean;
      id: string;
      kind: RelationshipKind;
      confidence: number;
      validFrom: string | null;
      validFromText: string | null;
      validTo: string | null;
      validToText: string | null;
      from: { id: string; name: string };
      to: { id: string; name: string };
      sources: Array<{
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      }>;
    }>;
    listedWallets: Array<{ id: string; chain: string }>;
  } | null;
};

export type ActorWalletsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type ActorWalletsQuery = {
  actor: {
    wallets: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        id: string;
        chain: string;
        attributions: Array<{
          confidence: number;
          stance: Stance;
          retracted: boolean;
          illustrative: boolean;
          actor: { id: string } | null;
          source: {
            title: string;
            publisher: string | null;
            publishedOn: string | null;
            url: string | null;
            quote: string | null;
          };
        }>;
      }>;
    } | null;
  } | null;
};

export type ActorRelationshipsQueryVariables = Exact<{
  id: string | number;
}>;

export type ActorRelationshipsQuery = {
  actor: {
    id: string;
    name: string;
    relationships: Array<{
      evidence: EvidenceKind;
      disputed: boolean;
      id: string;
      kind: RelationshipKind;
      confidence: number;
      validFrom: string | null;
      validFromText: string | null;
      validTo: string | null;
      validToText: string | null;
      from: { id: string; name: string };
      to: { id: string; name: string };
      sources: Array<{
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      }>;
    }>;
  } | null;
};

export type FrozenAccountsOfQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type FrozenAccountsOfQuery = {
  actor: {
    id: string;
    name: string;
    frozenAccounts: {
      totalCount: number;
      completeness: Completeness;
      unregistered: Array<string>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        possible: boolean;
        account: {
          id: string;
          status: AccountStatus;
          frozenSince: string | null;
          illustrative: boolean;
          venue: { name: string };
        };
        actor: { id: string; name: string };
        link: {
          depth: number;
          path: Array<{
            id: string;
            kind: RelationshipKind;
            confidence: number;
            validFrom: string | null;
            validFromText: string | null;
            validTo: string | null;
            validToText: string | null;
            from: { id: string; name: string };
            to: { id: string; name: string };
            sources: Array<{
              title: string;
              publisher: string | null;
              publishedOn: string | null;
              url: string | null;
              quote: string | null;
            }>;
          }>;
        };
        trace: {
          id: string;
          amount: string | null;
          completeness: Completeness;
          illustrative: boolean;
          asset: { symbol: string; decimals: number | null } | null;
          from: {
            id: string;
            attributions: Array<{
              confidence: number;
              stance: Stance;
              retracted: boolean;
              actor: { id: string } | null;
              source: {
                title: string;
                publisher: string | null;
                publishedOn: string | null;
                url: string | null;
                quote: string | null;
              };
            }>;
          };
          to: { id: string };
          hops: Array<{
            txHash: string;
            amount: string;
            at: string;
            illustrative: boolean;
            asset: { symbol: string; decimals: number | null };
            from: { id: string };
            to: { id: string };
          }>;
        };
      }>;
    } | null;
  } | null;
};

export type AlertsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type AlertsQuery = {
  alerts: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      number: number;
      at: string;
      label: string;
      completeness: Completeness;
      subject: {
        kind: WatchSubjectKind;
        wallet: { id: string } | null;
        account: { id: string } | null;
        actor: { id: string; name: string } | null;
      };
      changes: Array<{
        change: FindingChangeKind;
        kind: FindingKind;
        after: {
          label: string | null;
          designationId: string | null;
          stance: string | null;
          confidence: number | null;
          disputed: boolean | null;
          direct: string | null;
          indirect: string | null;
          wallet: { id: string } | null;
          account: { id: string } | null;
          actor: { id: string; name: string } | null;
          asset: { symbol: string; decimals: number | null } | null;
        } | null;
        before: {
          label: string | null;
          designationId: string | null;
          stance: string | null;
          confidence: number | null;
          disputed: boolean | null;
          direct: string | null;
          indirect: string | null;
          wallet: { id: string } | null;
          account: { id: string } | null;
          actor: { id: string; name: string } | null;
          asset: { symbol: string; decimals: number | null } | null;
        } | null;
        cause: {
          statementIds: Array<string>;
          designationId: string | null;
          versions: Array<string>;
          depositId: string | null;
          transfers: Array<{ txHash: string; from: { chain: string } }>;
          trace: { id: string } | null;
        };
      }>;
    }>;
  } | null;
};

export type FindingPartsFragment = {
  label: string | null;
  designationId: string | null;
  stance: string | null;
  confidence: number | null;
  disputed: boolean | null;
  direct: string | null;
  indirect: string | null;
  wallet: { id: string } | null;
  account: { id: string } | null;
  actor: { id: string; name: string } | null;
  asset: { symbol: string; decimals: number | null } | null;
};

export type WatchesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type WatchesQuery = {
  watches: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      label: string;
      createdAt: string;
      endedAt: string | null;
      subject: {
        kind: WatchSubjectKind;
        wallet: { id: string } | null;
        account: { id: string } | null;
        actor: { id: string; name: string } | null;
      };
    }>;
  } | null;
};

export type ClaimsQueryVariables = Exact<{
  about?: string | number | null | undefined;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type ClaimsQuery = {
  claims: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      statement: string;
      modality: Modality;
      status: ClaimStatus;
      quote: string | null;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
  } | null;
};

export type AllContradictionsQueryVariables = Exact<{
  about?: string | number | null | undefined;
}>;

export type AllContradictionsQuery = {
  contradictions: Array<{
    id: string;
    topic: string;
    explanation: string | null;
    claims: Array<{
      id: string;
      statement: string;
      modality: Modality;
      quote: string | null;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
  }> | null;
};

export type EvidenceAccountQueryVariables = Exact<{
  id: string | number;
}>;

export type EvidenceAccountQuery = {
  account: {
    id: string;
    status: AccountStatus;
    frozenSince: string | null;
    illustrative: boolean;
    venue: { id: string; name: string };
    depositWallets: Array<{ id: string; chain: string }> | null;
    holdings: Array<{
      held: string | null;
      frozen: string | null;
      seized: string | null;
      illustrative: boolean;
      asset: { id: string; symbol: string; decimals: number | null };
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
    measures: Array<{
      id: string;
      kind: MeasureKind;
      from: string;
      to: string | null;
      endReason: EndReason | null;
      inForce: boolean;
      observed: boolean;
      illustrative: boolean;
      maker: string | null;
      checker: string | null;
      reason: string | null;
      events: Array<number> | null;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
      bases: Array<{
        id: string;
        kind: LegalProcessKind;
        authority: string;
        docket: string | null;
        served: string | null;
        expiry: string | null;
        source: {
          title: string;
          publisher: string | null;
          publishedOn: string | null;
          url: string | null;
          quote: string | null;
        };
      }>;
    }>;
  } | null;
};

export type EvidenceTracesQueryVariables = Exact<{
  actor: string | number;
  after?: string | null | undefined;
}>;

export type EvidenceTracesQuery = {
  actor: {
    id: string;
    name: string;
    frozenAccounts: {
      completeness: Completeness;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        possible: boolean;
        account: { id: string };
        actor: { id: string; name: string };
        link: {
          depth: number;
          path: Array<{
            id: string;
            kind: RelationshipKind;
            confidence: number;
            validFrom: string | null;
            validFromText: string | null;
            validTo: string | null;
            validToText: string | null;
            from: { id: string; name: string };
            to: { id: string; name: string };
            sources: Array<{
              title: string;
              publisher: string | null;
              publishedOn: string | null;
              url: string | null;
              quote: string | null;
            }>;
          }>;
        };
        trace: {
          id: string;
          amount: string | null;
          share: number | null;
          completeness: Completeness;
          snapshot: string;
          illustrative: boolean;
          asset: { id: string; symbol: string; decimals: number | null } | null;
          from: {
            id: string;
            attributions: Array<{
              id: string;
              confidence: number;
              stance: Stance;
              method: string;
              retracted: boolean;
              disputed: boolean;
              actor: { id: string; name: string } | null;
              source: {
                title: string;
                publisher: string | null;
                publishedOn: string | null;
                url: string | null;
                quote: string | null;
              };
            }>;
          };
          to: { id: string };
          hops: Array<{
            txHash: string;
            amount: string;
            at: string;
            illustrative: boolean;
            asset: { id: string; symbol: string; decimals: number | null };
            from: { id: string };
            to: { id: string };
          }>;
        };
      }>;
    } | null;
  } | null;
};

export type EvidenceProofQueryVariables = Exact<{
  event: number;
}>;

export type EvidenceProofQuery = { ledgerProof: { id: string; proof: string } | null };

export type FollowReachQueryVariables = Exact<{
  id: string;
  direction: Direction;
  hops: number;
  asOf?: string | null | undefined;
  first: number;
}>;

export type FollowReachQuery = {
  wallet: {
    id: string;
    reach: {
      completeness: Completeness;
      walletCount: number;
      cutCount: number;
      cuts: Array<{ reason: CutReason; wallet: { id: string } }>;
      wallets: {
        totalCount: number;
        nodes: Array<{
          custodial: boolean;
          categories: Array<string>;
          wallet: { id: string };
          names: Array<{
            label: string | null;
            heldThen: boolean;
            actor: { id: string; name: string } | null;
          }>;
          path: {
            amount: string | null;
            illustrative: boolean;
            hops: Array<{
              txHash: string;
              amount: string;
              at: string;
              illustrative: boolean;
              asset: { id: string; symbol: string; decimals: number | null };
              from: { id: string };
              to: { id: string };
              crossing: {
                kind: CrossingKind;
                source: {
                  title: string;
                  publisher: string | null;
                  publishedOn: string | null;
                  url: string | null;
                  quote: string | null;
                };
              } | null;
            }>;
          };
        }>;
      };
    } | null;
  } | null;
};

export type FollowPathsQueryVariables = Exact<{
  id: string;
  to: string | number;
  hops: number;
  asOf?: string | null | undefined;
}>;

export type FollowPathsQuery = {
  wallet: {
    id: string;
    pathsTo: {
      completeness: Completeness;
      cutCount: number;
      cuts: Array<{ reason: CutReason; wallet: { id: string } }>;
      paths: Array<{
        amount: string | null;
        illustrative: boolean;
        hops: Array<{
          txHash: string;
          amount: string;
          at: string;
          illustrative: boolean;
          asset: { id: string; symbol: string; decimals: number | null };
          from: { id: string };
          to: { id: string };
          crossing: {
            kind: CrossingKind;
            source: {
              title: string;
              publisher: string | null;
              publishedOn: string | null;
              url: string | null;
              quote: string | null;
            };
          } | null;
        }>;
      }>;
    } | null;
  } | null;
};

export type FollowedHopFragment = {
  txHash: string;
  amount: string;
  at: string;
  illustrative: boolean;
  asset: { id: string; symbol: string; decimals: number | null };
  from: { id: string };
  to: { id: string };
  crossing: {
    kind: CrossingKind;
    source: {
      title: string;
      publisher: string | null;
      publishedOn: string | null;
      url: string | null;
      quote: string | null;
    };
  } | null;
};

export type SearchQueryVariables = Exact<{
  words: string;
  id: string | number;
  address: boolean;
  account: boolean;
  processes: boolean;
  transaction: boolean;
}>;

export type SearchQuery = {
  actors: {
    totalCount: number;
    nodes: Array<{ id: string; name: string; kind: ActorKind; sanctioned: boolean }>;
  } | null;
  wallet?: { id: string; chain: string } | null;
  transactions?: Array<{ id: string; chain: string; at: string }> | null;
  account?: { id: string; status: AccountStatus } | null;
  legalProcesses?: {
    totalCount: number;
    nodes: Array<{ id: string; docket: string | null; authority: string; kind: LegalProcessKind }>;
  } | null;
};

export type SimilarNamesQueryVariables = Exact<{
  subjects: Array<ScreeningSubject> | ScreeningSubject;
}>;

export type SimilarNamesQuery = {
  screenNames: Array<{
    problem: string | null;
    matches: Array<{ score: number; matchedName: string; actor: { id: string; name: string } }> | null;
  }>;
};

export type LedgerQueryVariables = Exact<{ [key: string]: never }>;

export type LedgerQuery = {
  ledgerHead: {
    events: number;
    hash: string;
    checkpoint: string | null;
    verification: { at: string; outcome: LedgerCheckOutcome; viewsCompared: boolean } | null;
  } | null;
};

export type ReadLogQueryVariables = Exact<{
  of?: string | null | undefined;
  by?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type ReadLogQuery = {
  reads: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      at: string;
      subject: string;
      client: string | null;
      venue: string | null;
      operationName: string | null;
      purpose: string | null;
      records: Array<string>;
    }>;
  } | null;
};

export type ImportsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type ImportsQuery = {
  imports: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      kind: ImportKind;
      file: string;
      startedAt: string;
      endedAt: string | null;
      read: number | null;
      stored: number | null;
      duplicates: number | null;
      quarantinedRows: number | null;
    }>;
  } | null;
};

export type QuarantinedOfImportQueryVariables = Exact<{
  import: string | number;
  after?: string | null | undefined;
}>;

export type QuarantinedOfImportQuery = {
  import: {
    id: string;
    quarantined: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{ file: string | null; line: number; reason: RefusalReason | null; problem: string }>;
    } | null;
  } | null;
};

export type ListsQueryVariables = Exact<{ [key: string]: never }>;

export type ListsQuery = {
  sanctionsLists: Array<{
    id: string;
    version: string;
    publishedOn: string | null;
    importedAt: string;
    entries: number;
    aliases: number;
    addresses: number;
    relationships: number;
    wallets: number;
    quarantined: number;
    ageDays: number | null;
    stale: boolean;
    dateAssumed: boolean;
    history: Array<{
      version: string;
      publishedOn: string | null;
      importedAt: string;
      entries: number;
      wallets: number;
      quarantined: number;
    }>;
  }> | null;
};

export type ListChangesQueryVariables = Exact<{
  list: string | number;
  since: string | number;
  after?: string | null | undefined;
}>;

export type ListChangesQuery = {
  actorChanges: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      entry: string;
      change: ListChange;
      fields: Array<string>;
      actor: { id: string; name: string };
    }>;
  };
};

export type QuarantinedRowsQueryVariables = Exact<{
  list: string | number;
  version: string | number;
  after?: string | null | undefined;
}>;

export type QuarantinedRowsQuery = {
  reconciliation: {
    quarantined: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{ file: string; line: number; kind: RowKind; reason: string; text: string }>;
    };
  } | null;
};

export type ListUploadShownFragment = {
  id: string;
  state: UploadState;
  format: string;
  uploadedBy: string;
  uploadedAt: string;
  problem: string | null;
  digest: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  progress: { text: string; done: number | null; of: number | null } | null;
  files: Array<{ name: string; bytes: number; sha256: string }>;
  reports: Array<{
    list: string;
    version: string;
    publishedOn: string | null;
    dateAssumed: boolean;
    inForce: string;
    entries: number;
    wallets: number;
    added: number;
    removed: number;
    changed: number;
    relinked: number;
    quarantined: number;
    absent: Array<string>;
    warnings: Array<string>;
  }> | null;
};

export type ListUploadsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type ListUploadsQuery = {
  listUploads: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      state: UploadState;
      format: string;
      uploadedBy: string;
      uploadedAt: string;
      problem: string | null;
      digest: string | null;
      decidedBy: string | null;
      decidedAt: string | null;
      decisionReason: string | null;
      progress: { text: string; done: number | null; of: number | null } | null;
      files: Array<{ name: string; bytes: number; sha256: string }>;
      reports: Array<{
        list: string;
        version: string;
        publishedOn: string | null;
        dateAssumed: boolean;
        inForce: string;
        entries: number;
        wallets: number;
        added: number;
        removed: number;
        changed: number;
        relinked: number;
        quarantined: number;
        absent: Array<string>;
        warnings: Array<string>;
      }> | null;
    }>;
  } | null;
};

export type TransferUploadsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type TransferUploadsQuery = {
  transferUploads: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      state: UploadState;
      uploadedBy: string;
      uploadedAt: string;
      problem: string | null;
      progress: { text: string; done: number | null; of: number | null } | null;
      files: Array<{ name: string; bytes: number; sha256: string }>;
      report: {
        import: string;
        read: number;
        stored: number;
        duplicates: number;
        quarantined: number;
      } | null;
    }>;
  } | null;
};

export type ApproveListUploadMutationVariables = Exact<{
  input: ListUploadDecisionInput;
}>;

export type ApproveListUploadMutation = { approveListUpload: { id: string; state: UploadState } | null };

export type RejectListUploadMutationVariables = Exact<{
  input: ListUploadDecisionInput;
}>;

export type RejectListUploadMutation = { rejectListUpload: { id: string; state: UploadState } | null };

export type ObligationsQueryVariables = Exact<{
  state?: ObligationState | null | undefined;
  after?: string | null | undefined;
}>;

export type ObligationsQuery = {
  obligations: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      kind: ObligationKind;
      state: ObligationState;
      dueOn: string | null;
      rule: string;
      about: string;
      note: string | null;
      illustrative: boolean;
      ownerRole: string;
      venue: { name: string };
      account: { id: string } | null;
      metBy: { id: string; filedAt: string; reference: string | null } | null;
    }>;
  } | null;
};

export type ObligationPartsFragment = {
  id: string;
  kind: ObligationKind;
  state: ObligationState;
  dueOn: string | null;
  rule: string;
  about: string;
  note: string | null;
  illustrative: boolean;
  ownerRole: string;
  venue: { name: string };
  account: { id: string } | null;
  metBy: { id: string; filedAt: string; reference: string | null } | null;
};

export type FiledReportsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type FiledReportsQuery = {
  filedReports: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      kind: string;
      filedAt: string;
      filedBy: string | null;
      reference: string | null;
      sha256: string | null;
      illustrative: boolean;
    }>;
  } | null;
};

export type FileReportMutationVariables = Exact<{
  input: FileReportInput;
}>;

export type FileReportMutation = { fileReport: { id: string } | null };

export type BlockedPropertyReportQueryVariables = Exact<{
  asOf?: string | null | undefined;
  since?: string | null | undefined;
  includeIllustrative: boolean;
}>;

export type BlockedPropertyReportQuery = {
  blockedPropertyReport: {
    csv: string;
    rows: number;
    illustrativeOmitted: number;
    otherLawOmitted: number;
  } | null;
};

export type CorrectReportMutationVariables = Exact<{
  input: CorrectReportInput;
}>;

export type CorrectReportMutation = { correctReport: { id: string } | null };

export type PlaceRetentionHoldMutationVariables = Exact<{
  input: PlaceRetentionHoldInput;
}>;

export type PlaceRetentionHoldMutation = { placeRetentionHold: { id: string } | null };

export type LiftRetentionHoldMutationVariables = Exact<{
  input: LiftRetentionHoldInput;
}>;

export type LiftRetentionHoldMutation = { liftRetentionHold: { id: string } | null };

export type CorrectRetentionHoldMutationVariables = Exact<{
  input: CorrectRetentionHoldInput;
}>;

export type CorrectRetentionHoldMutation = { correctRetentionHold: { id: string } | null };

export type LegalProcessesQueryVariables = Exact<{
  kind?: LegalProcessKind | null | undefined;
  account?: string | number | null | undefined;
  expiresBefore?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type LegalProcessesQuery = {
  legalProcesses: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      kind: LegalProcessKind;
      authority: string;
      docket: string | null;
      law: string | null;
      issued: string | null;
      served: string | null;
      effective: string | null;
      expiry: string | null;
      withdrawn: boolean;
      mayNotify: boolean;
      illustrative: boolean;
      scope: Array<string>;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
  } | null;
};

export type LegalProcessQueryVariables = Exact<{
  id: string | number;
}>;

export type LegalProcessQuery = {
  legalProcess: {
    id: string;
    kind: LegalProcessKind;
    authority: string;
    docket: string | null;
    law: string | null;
    issued: string | null;
    served: string | null;
    effective: string | null;
    expiry: string | null;
    withdrawn: boolean;
    mayNotify: boolean;
    illustrative: boolean;
    scope: Array<string>;
    source: {
      title: string;
      publisher: string | null;
      publishedOn: string | null;
      url: string | null;
      quote: string | null;
    };
  } | null;
};

export type ProcessPartsFragment = {
  id: string;
  kind: LegalProcessKind;
  authority: string;
  docket: string | null;
  law: string | null;
  issued: string | null;
  served: string | null;
  effective: string | null;
  expiry: string | null;
  withdrawn: boolean;
  mayNotify: boolean;
  illustrative: boolean;
  scope: Array<string>;
  source: {
    title: string;
    publisher: string | null;
    publishedOn: string | null;
    url: string | null;
    quote: string | null;
  };
};

export type RetentionHoldsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type RetentionHoldsQuery = {
  retentionHolds: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      accountIds: Array<string>;
      from: string;
      reason: string;
      illustrative: boolean;
    }>;
  } | null;
};

export type RecordLegalProcessMutationVariables = Exact<{
  input: RecordLegalProcessInput;
}>;

export type RecordLegalProcessMutation = { recordLegalProcess: { id: string; event: number } | null };

export type AmendLegalProcessMutationVariables = Exact<{
  input: AmendLegalProcessInput;
}>;

export type AmendLegalProcessMutation = { amendLegalProcess: { id: string } | null };

export type WithdrawLegalProcessMutationVariables = Exact<{
  input: WithdrawLegalProcessInput;
}>;

export type WithdrawLegalProcessMutation = { withdrawLegalProcess: { id: string } | null };

export type CorrectLegalProcessMutationVariables = Exact<{
  input: CorrectLegalProcessInput;
}>;

export type CorrectLegalProcessMutation = { correctLegalProcess: { id: string } | null };

export type ProposalsQueryVariables = Exact<{
  state?: ProposalState | null | undefined;
  after?: string | null | undefined;
}>;

export type ProposalsQuery = {
  proposals: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      command: string;
      proposer: string;
      proposedAt: string;
      expires: string;
      emergency: boolean;
      state: ProposalState;
      checker: string | null;
      accounts: Array<{ id: string }>;
    }>;
  } | null;
};

export type ProposalPageQueryVariables = Exact<{
  id: string | number;
}>;

export type ProposalPageQuery = {
  proposal: {
    id: string;
    command: string;
    digest: string;
    draft: string;
    proposer: string;
    proposedAt: string;
    expires: string;
    emergency: boolean;
    checker: string | null;
    decidedAt: string | null;
    reason: string | null;
    state: ProposalState;
    accounts: Array<{ id: string; status: AccountStatus }>;
  } | null;
};

export type ProposalBasisQueryVariables = Exact<{
  id: string | number;
}>;

export type ProposalBasisQuery = {
  legalProcess: { id: string; kind: LegalProcessKind; authority: string; docket: string | null } | null;
};

export type ApproveProposalMutationVariables = Exact<{
  input: DecisionInput;
}>;

export type ApproveProposalMutation = { approveProposal: { id: string; state: ProposalState } | null };

export type ConfirmEmergencyFreezeMutationVariables = Exact<{
  input: DecisionInput;
}>;

export type ConfirmEmergencyFreezeMutation = {
  confirmEmergencyFreeze: { id: string; state: ProposalState } | null;
};

export type RejectProposalMutationVariables = Exact<{
  input: DecisionInput;
}>;

export type RejectProposalMutation = { rejectProposal: { id: string; state: ProposalState } | null };

export type ScreenSubjectsQueryVariables = Exact<{
  subjects: Array<ScreeningSubject> | ScreeningSubject;
}>;

export type ScreenSubjectsQuery = {
  screenNames: Array<{
    problem: string | null;
    versions: Array<{ list: string; version: string }>;
    matches: Array<{
      score: number;
      matchedName: string;
      queryName: string;
      list: string;
      weakAlias: boolean;
      queryAlone: Array<string>;
      listedAlone: Array<string>;
      words: Array<{
        query: Array<string>;
        listed: Array<string>;
        alignment: WordAlignment;
        similarity: number;
      }>;
      modifiers: Array<{ kind: MatchModifierKind; points: number; text: string }>;
      actor: { id: string; name: string };
    }> | null;
  }>;
};

export type TransactionPageQueryVariables = Exact<{
  chain: string;
  hash: string;
  after?: string | null | undefined;
}>;

export type TransactionPageQuery = {
  transaction: {
    id: string;
    chain: string;
    txHash: string;
    at: string;
    illustrative: boolean;
    asset: { symbol: string; decimals: number | null } | null;
    inputs: Array<{ index: number; amount: string; wallet: { id: string } | null }> | null;
    outputs: Array<{ index: number; amount: string; wallet: { id: string } | null }> | null;
    sources: Array<{
      title: string;
      publisher: string | null;
      publishedOn: string | null;
      url: string | null;
      quote: string | null;
    }>;
    transfers: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        id: string;
        index: number;
        amount: string;
        tag: string | null;
        illustrative: boolean;
        asset: { symbol: string; decimals: number | null };
        from: { id: string } | null;
        to: { id: string } | null;
      }>;
    };
  } | null;
};

export type EndPartsFragment = { index: number; amount: string; wallet: { id: string } | null };

export type StateAttributionMutationVariables = Exact<{
  input: StateAttributionInput;
}>;

export type StateAttributionMutation = { stateAttribution: { id: string } | null };

export type RetractAttributionMutationVariables = Exact<{
  input: RetractAttributionInput;
}>;

export type RetractAttributionMutation = { retractAttribution: { id: string } | null };

export type WalletPageQueryVariables = Exact<{
  id: string;
}>;

export type WalletPageQuery = {
  wallet: {
    id: string;
    address: string;
    chain: string;
    problem: string | null;
    listings: Array<{
      id: string;
      list: string;
      entry: string;
      programmes: Array<string>;
      from: string | null;
      to: string | null;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }> | null;
    accounts: Array<{ id: string; status: AccountStatus }> | null;
    attributions: Array<{
      id: string;
      stance: Stance;
      label: string | null;
      confidence: number;
      method: string;
      illustrative: boolean;
      disputed: boolean;
      retracted: boolean;
      knownSince: string;
      actor: { id: string; name: string } | null;
      source: {
        title: string;
        publisher: string | null;
        publishedOn: string | null;
        url: string | null;
        quote: string | null;
      };
    }>;
  } | null;
};

export type WalletExposureQueryVariables = Exact<{
  id: string;
  direction: Direction;
}>;

export type WalletExposureQuery = {
  wallet: {
    poison: {
      method: TaintMethod;
      completeness: Completeness;
      cutCount: number;
      cut: Array<{ cause: RestCause; wallet: { id: string } }>;
      assets: Array<{
        total: string;
        attributed: string;
        asset: { id: string; symbol: string; decimals: number | null };
        actors: Array<{
          amount: string;
          direct: string;
          indirect: string;
          contested: string;
          label: string | null;
          actor: { id: string; name: string } | null;
        }>;
        categories: Array<{ category: string; amount: string }>;
        rest: Array<{ cause: RestCause; amount: string }>;
      }>;
    };
    haircut: {
      method: TaintMethod;
      completeness: Completeness;
      cutCount: number;
      cut: Array<{ cause: RestCause; wallet: { id: string } }>;
      assets: Array<{
        total: string;
        attributed: string;
        asset: { id: string; symbol: string; decimals: number | null };
        actors: Array<{
          amount: string;
          direct: string;
          indirect: string;
          contested: string;
          label: string | null;
          actor: { id: string; name: string } | null;
        }>;
        categories: Array<{ category: string; amount: string }>;
        rest: Array<{ cause: RestCause; amount: string }>;
      }>;
    };
    fifo: {
      method: TaintMethod;
      completeness: Completeness;
      cutCount: number;
      cut: Array<{ cause: RestCause; wallet: { id: string } }>;
      assets: Array<{
        total: string;
        attributed: string;
        asset: { id: string; symbol: string; decimals: number | null };
        actors: Array<{
          amount: string;
          direct: string;
          indirect: string;
          contested: string;
          label: string | null;
          actor: { id: string; name: string } | null;
        }>;
        categories: Array<{ category: string; amount: string }>;
        rest: Array<{ cause: RestCause; amount: string }>;
      }>;
    };
    lifo: {
      method: TaintMethod;
      completeness: Completeness;
      cutCount: number;
      cut: Array<{ cause: RestCause; wallet: { id: string } }>;
      assets: Array<{
        total: string;
        attributed: string;
        asset: { id: string; symbol: string; decimals: number | null };
        actors: Array<{
          amount: string;
          direct: string;
          indirect: string;
          contested: string;
          label: string | null;
          actor: { id: string; name: string } | null;
        }>;
        categories: Array<{ category: string; amount: string }>;
        rest: Array<{ cause: RestCause; amount: string }>;
      }>;
    };
    tiho: {
      method: TaintMethod;
      completeness: Completeness;
      cutCount: number;
      cut: Array<{ cause: RestCause; wallet: { id: string } }>;
      assets: Array<{
        total: string;
        attributed: string;
        asset: { id: string; symbol: string; decimals: number | null };
        actors: Array<{
          amount: string;
          direct: string;
          indirect: string;
          contested: string;
          label: string | null;
          actor: { id: string; name: string } | null;
        }>;
        categories: Array<{ category: string; amount: string }>;
        rest: Array<{ cause: RestCause; amount: string }>;
      }>;
    };
  } | null;
};

export type ExposurePartsFragment = {
  method: TaintMethod;
  completeness: Completeness;
  cutCount: number;
  cut: Array<{ cause: RestCause; wallet: { id: string } }>;
  assets: Array<{
    total: string;
    attributed: string;
    asset: { id: string; symbol: string; decimals: number | null };
    actors: Array<{
      amount: string;
      direct: string;
      indirect: string;
      contested: string;
      label: string | null;
      actor: { id: string; name: string } | null;
    }>;
    categories: Array<{ category: string; amount: string }>;
    rest: Array<{ cause: RestCause; amount: string }>;
  }>;
};

export type WalletTransfersQueryVariables = Exact<{
  id: string;
  direction: Direction;
  from?: string | null | undefined;
  until?: string | null | undefined;
  asset?: string | number | null | undefined;
  minAmount?: string | null | undefined;
  counterparty?: string | number | null | undefined;
  after?: string | null | undefined;
}>;

export type WalletTransfersQuery = {
  wallet: {
    transfers: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        id: string;
        txHash: string;
        amount: string;
        at: string;
        illustrative: boolean;
        asset: { id: string; symbol: string; decimals: number | null };
        from: { id: string } | null;
        to: { id: string } | null;
      }>;
    };
  } | null;
};

export type ContradictionPartsFragment = {
  id: string;
  topic: string;
  explanation: string | null;
  claims: Array<{
    id: string;
    statement: string;
    modality: Modality;
    quote: string | null;
    source: {
      title: string;
      publisher: string | null;
      publishedOn: string | null;
      url: string | null;
      quote: string | null;
    };
  }>;
};

export type RelationshipPartsFragment = {
  id: string;
  kind: RelationshipKind;
  confidence: number;
  validFrom: string | null;
  validFromText: string | null;
  validTo: string | null;
  validToText: string | null;
  from: { id: string; name: string };
  to: { id: string; name: string };
  sources: Array<{
    title: string;
    publisher: string | null;
    publishedOn: string | null;
    url: string | null;
    quote: string | null;
  }>;
};

export type SourcePartsFragment = {
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  url: string | null;
  quote: string | null;
};

export type TransactionSourcesQueryVariables = Exact<{
  chain: string;
  hash: string;
}>;

export type TransactionSourcesQuery = {
  transaction: {
    id: string;
    sources: Array<{
      title: string;
      publisher: string | null;
      publishedOn: string | null;
      url: string | null;
      quote: string | null;
    }>;
  } | null;
};

export type WatchMutationVariables = Exact<{
  input: WatchInput;
}>;

export type WatchMutation = { watch: { id: string } | null };

export type UnwatchMutationVariables = Exact<{
  id: string | number;
}>;

export type UnwatchMutation = { unwatch: { id: string; endedAt: string | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WaitingObligationsFragmentDoc = new TypedDocumentString(
  `
    fragment WaitingObligations on ObligationConnection {
  pageInfo {
    hasNextPage
  }
  nodes {
    id
    ownerRole
  }
}
    `,
  { fragmentName: 'WaitingObligations' },
) as unknown as TypedDocumentString<WaitingObligationsFragment, unknown>;
export const FindingPartsFragmentDoc = new TypedDocumentString(
  `
    fragment FindingParts on Finding {
  label
  designationId
  stance
  confidence
  disputed
  direct
  indirect
  wallet {
    id
  }
  account {
    id
  }
  actor {
    id
    name
  }
  asset {
    symbol
    decimals
  }
}
    `,
  { fragmentName: 'FindingParts' },
) as unknown as TypedDocumentString<FindingPartsFragment, unknown>;
export const SourcePartsFragmentDoc = new TypedDocumentString(
  `
    fragment SourceParts on Source {
  title
  publisher
  publishedOn
  url
  quote
}
    `,
  { fragmentName: 'SourceParts' },
) as unknown as TypedDocumentString<SourcePartsFragment, unknown>;
export const FollowedHopFragmentDoc = new TypedDocumentString(
  `
    fragment FollowedHop on Hop {
  txHash
  amount
  at
  illustrative
  asset {
    id
    symbol
    decimals
  }
  from {
    id
  }
  to {
    id
  }
  crossing {
    kind
    source {
      ...SourceParts
    }
  }
}
    fragment SourceParts on Source {
  title
  publisher
  publishedOn
  url
  quote
}`,
  { fragmentName: 'FollowedHop' },
) as unknown as TypedDocumentString<FollowedHopFragment, unknown>;
export const ListUploadShownFragmentDoc = new TypedDocumentString(
  `
    fragment ListUploadShown on ListUpload {
  id
  state
  format
  uploadedBy
  uploadedAt
  problem
  digest
  decidedBy
  decidedAt
  decisionReason
  progress {
    text
    done
    of
  }
  files {
    name
    bytes
    sha256
  }
  reports {
    list
    version
    publishedOn
    dateAssumed
    inForce
    entries
    wallets
    added
    removed
    changed
    relinked
    quarantined
    absent
    warnings
  }
}
    `,
  { fragmentName: 'ListUploadShown' },
) as unknown as TypedDocumentString<ListUploadShownFragment, unknown>;
export const ObligationPartsFragmentDoc = new TypedDocumentString(
  `
    fragment ObligationParts on Obligation {
  id
  kind
  state
  dueOn
  rule
  about
  note
  illustrative
  ownerRole
  venue {
    name
  }
  account {
    id
  }
  metBy {
    id
    filedAt
    reference
  }
}
    `,
  { fragmentName: 'ObligationParts' },
) as unknown as TypedDocumentString<ObligationPartsFragment, unknown>;
export const ProcessPartsFragmentDoc = new TypedDocumentString(
  `
    fragment ProcessParts on LegalProcess {
  id
  kind
  authority
  docket
  law
  issued
  served
  effective
  expiry
  withdrawn
  mayNotify
  illustrative
  scope
  source {
    ...SourceParts
  }
}
    fragment SourceParts on Source {
  title
  publisher
  publishedOn
  url
  quote
}`,
  { fragmentName: 'ProcessParts' },
) as unknown as TypedDocumentString<ProcessPartsFragment, unknown>;
export const EndPartsFragmentDoc = new TypedDocumentString(
  `
    fragment EndParts on TransactionEnd {
  index
  amount
  wallet {
    id
  }
}
    `,
  { fragmentName: 'EndParts' },
) as unknown as TypedDocumentString<EndPartsFragment, unknown>;
export const ExposurePartsFragmentDoc = new TypedDocumentString(
  `
    fragment ExposureParts on Exposure {
  method
  completeness
  cutCount
  cut {
    cause
    wallet {
      id
    }
  }
  assets {
    total
    attributed
    asset {
      id
      symbol
      decimals
    }
    actors {
      amount
      direct
      indirect
      contested
      label
      actor {
        id
        name
      }
    }
    categories {
      category
      amount
    }
    rest {
      cause
      amount
    }
  }
}
    `,
  { fragmentName: 'ExposureParts' },
) as unknown as TypedDocumentString<ExposurePartsFragment, unknown>;
export const ContradictionPartsFragmentDoc = new TypedDocumentString(
  `
    fragment ContradictionParts on Contradiction {
  id
  topic
  explanation
  claims {
    id
    statement
    modality
    quote
    source {
      ...SourceParts
    }
  }
}
    fragment SourceParts on Source {
  title
  publisher
  publishedOn
  url
  quote
}`,
  { fragmentName: 'ContradictionParts' },
) as unknown as TypedDocumentString<ContradictionPartsFragment, unknown>;
export const RelationshipPartsFragmentDoc = new TypedDocumentString(
  `
    fragment RelationshipParts on Relationship {
  id
  kind
  confidence
  validFrom
  validFromText
  validTo
  validToText
  from {
    id
    name
  }
  to {
    id
    name
  }
  sources {
    ...SourceParts
  }
}
    fragment SourceParts on Source {
  title
  publisher
  publishedOn
  url
  quote
}`,
  { fragmentName: 'RelationshipParts' },
) as unknown as TypedDocumentString<RelationshipPartsFragment, unknown>;
export const ListsInForceDocument = new TypedDocumentString(
  'query ListsInForce { sanctionsLists { ageDays id stale version } }',
  { hash: 'sha256:4ab182620df3c13acf6b6c3329a444da834541fdd65a779f7182a7205ff1b45e' },
) as unknown as TypedDocumentString<ListsInForceQuery, ListsInForceQueryVariables>;
export const WaitingProposalsDocument = new TypedDocumentString(
  'query WaitingProposals { proposals(state: PENDING, first: 200) { nodes { id proposer } totalCount } }',
  { hash: 'sha256:c15469fbd1c3a7f2c927b279d9ca01aacf92fb147c9adab665ed1f36b556a461' },
) as unknown as TypedDocumentString<WaitingProposalsQuery, WaitingProposalsQueryVariables>;
export const WaitingUploadsDocument = new TypedDocumentString(
  'query WaitingUploads { listUploads(first: 200) { nodes { id state uploadedBy } pageInfo { hasNextPage } } }',
  { hash: 'sha256:6063beb1b2011444a3fa40036c82c65fa6e649ca61818f09ed84400d9d87796d' },
) as unknown as TypedDocumentString<WaitingUploadsQuery, WaitingUploadsQueryVariables>;
export const WaitingObligationsDocument = new TypedDocumentString(
  'fragment WaitingObligations on ObligationConnection { nodes { id ownerRole } pageInfo { hasNextPage } } query WaitingObligations { late: obligations(state: LATE, first: 200) { ...WaitingObligations } open: obligations(state: OPEN, first: 200) { ...WaitingObligations } undetermined: obligations(state: UNDETERMINED, first: 200) { ...WaitingObligations } }',
  { hash: 'sha256:7d4608fc9e81e80187d8d32587eb099cd1eb194a2d9c8694198c4a285b91d3d1' },
) as unknown as TypedDocumentString<WaitingObligationsQuery, WaitingObligationsQueryVariables>;
export const AccountPageDocument = new TypedDocumentString(
  'fragment SourceParts on Source { publishedOn publisher quote title url } query AccountPage($asOf: DateTime, $id: ID!, $knownAt: DateTime) { account(id: $id) { frozenSince(asOf: $asOf, knownAt: $knownAt) holdings { asset { decimals id symbol } frozen held illustrative inflow seized source { ...SourceParts } } id illustrative measures(knownAt: $knownAt) { bases { authority docket id kind } checker endReason from id illustrative inForce(asOf: $asOf) kind maker reason source { ...SourceParts } to } retainUntil { reason state until } status(asOf: $asOf, knownAt: $knownAt) venue { id name } } }',
  { hash: 'sha256:1bc6c5148dec028e60dfac728abdc4ce104289e93f5d6d6ab669c6493509c763' },
) as unknown as TypedDocumentString<AccountPageQuery, AccountPageQueryVariables>;
export const AccountObligationsDocument = new TypedDocumentString(
  'fragment ObligationParts on Obligation { about account { id } dueOn id illustrative kind metBy { filedAt id reference } note ownerRole rule state venue { name } } query AccountObligations($id: ID!) { account(id: $id) { obligations { ...ObligationParts } } }',
  { hash: 'sha256:ec8d20373cf85206ac9fbbae90fe0f2ca433a8bbdd2c2ecb66c924b12c1577a3' },
) as unknown as TypedDocumentString<AccountObligationsQuery, AccountObligationsQueryVariables>;
export const AccountWalletsDocument = new TypedDocumentString(
  'query AccountWallets($id: ID!) { account(id: $id) { depositWallets { chain id } } }',
  { hash: 'sha256:92d852ab3d8992830ae2369e024ab53bbf689e865b430e82832917f42adc13e6' },
) as unknown as TypedDocumentString<AccountWalletsQuery, AccountWalletsQueryVariables>;
export const BasesForDocument = new TypedDocumentString(
  'query BasesFor($account: ID!) { legalProcesses(account: $account, first: 200) { nodes { authority docket expiry id kind withdrawn } totalCount } }',
  { hash: 'sha256:f3d50c4a1a734afe45cc4515fc1477be610ac6f091423dc7fc7a35ed5619954d' },
) as unknown as TypedDocumentString<BasesForQuery, BasesForQueryVariables>;
export const ProposeFreezeDocument = new TypedDocumentString(
  'mutation ProposeFreeze($input: FreezeInput!) { freezeAccount(input: $input) { id state } }',
  { hash: 'sha256:c52ec39f4a27af3bc6755d7743726f21152f740776f9c67ae8ef8dbb9aa00297' },
) as unknown as TypedDocumentString<ProposeFreezeMutation, ProposeFreezeMutationVariables>;
export const FreezeInEmergencyDocument = new TypedDocumentString(
  'mutation FreezeInEmergency($input: FreezeInput!) { emergencyFreeze(input: $input) { id state } }',
  { hash: 'sha256:0bc5af4dc9c28bbafcca7fc311f6239b0f3b1beb7f28f5375dbb878644d0a938' },
) as unknown as TypedDocumentString<FreezeInEmergencyMutation, FreezeInEmergencyMutationVariables>;
export const ProposeBlockDocument = new TypedDocumentString(
  'mutation ProposeBlock($input: MeasureActInput!) { blockAccount(input: $input) { id state } }',
  { hash: 'sha256:6ddf1e8933c0069fcf69d2dd80b791fac93d3964882be1d76c81c962756086ec' },
) as unknown as TypedDocumentString<ProposeBlockMutation, ProposeBlockMutationVariables>;
export const ProposeForfeitureDocument = new TypedDocumentString(
  'mutation ProposeForfeiture($input: MeasureActInput!) { forfeitAccount(input: $input) { id state } }',
  { hash: 'sha256:5d60364bf9f0f57e3d0ba126a329d878215ea4019906052f01b9b0d336089002' },
) as unknown as TypedDocumentString<ProposeForfeitureMutation, ProposeForfeitureMutationVariables>;
export const FlagDocument = new TypedDocumentString(
  'mutation Flag($input: FlagAccountInput!) { flagAccount(input: $input) { id } }',
  { hash: 'sha256:b08367f60f5f27d4149e2b8d07c58c9fe6af3f312f0fa8f7dd1febf8bd954cc2' },
) as unknown as TypedDocumentString<FlagMutation, FlagMutationVariables>;
export const RestrictDocument = new TypedDocumentString(
  'mutation Restrict($input: RestrictAccountInput!) { restrictAccount(input: $input) { id } }',
  { hash: 'sha256:a5b5612cebaab9f559d0f56ccb0961190c7180bb4e4a193228d26cc833f6f00c' },
) as unknown as TypedDocumentString<RestrictMutation, RestrictMutationVariables>;
export const ProposeSeizureDocument = new TypedDocumentString(
  'mutation ProposeSeizure($input: SeizeInput!) { seizeAccount(input: $input) { id state } }',
  { hash: 'sha256:53571e9d6c97f7d68c40ff1e6eafece97735407a5ed87d833dc9ccecd1f13fe0' },
) as unknown as TypedDocumentString<ProposeSeizureMutation, ProposeSeizureMutationVariables>;
export const ProposeTransferDocument = new TypedDocumentString(
  'mutation ProposeTransfer($input: TransferInput!) { transferAmount(input: $input) { id state } }',
  { hash: 'sha256:9b05063bb4f51ebb8921e1923d72a3b37bba62df91d821eae759cfe08a8779b1' },
) as unknown as TypedDocumentString<ProposeTransferMutation, ProposeTransferMutationVariables>;
export const ProposeReleaseDocument = new TypedDocumentString(
  'mutation ProposeRelease($input: ReleaseInput!) { releaseMeasure(input: $input) { id state } }',
  { hash: 'sha256:fd3d5ec1f18b2e5752b19b934cd2759fd0d899f2261142eadae08d02e39474d1' },
) as unknown as TypedDocumentString<ProposeReleaseMutation, ProposeReleaseMutationVariables>;
export const ClearMeasureDocument = new TypedDocumentString(
  'mutation ClearMeasure($input: ClearMeasureInput!) { clearMeasure(input: $input) { id } }',
  { hash: 'sha256:08b70587a5ae479aad947142855f505bf2c781c7f5e5b1731b1658f17dc6a35a' },
) as unknown as TypedDocumentString<ClearMeasureMutation, ClearMeasureMutationVariables>;
export const RegisterHoldingDocument = new TypedDocumentString(
  'mutation RegisterHolding($input: RegisterHoldingInput!) { registerHolding(input: $input) { id } }',
  { hash: 'sha256:2f313c88d6b1f5ce2cd5eb70960ca15f7ce076f7b52d6d5f71c6d852359389d1' },
) as unknown as TypedDocumentString<RegisterHoldingMutation, RegisterHoldingMutationVariables>;
export const ObserveAmountDocument = new TypedDocumentString(
  'mutation ObserveAmount($input: ObserveAmountInput!) { observeAmount(input: $input) { id } }',
  { hash: 'sha256:401e52b226cbd515b912f35647010c3e0201304de9428ccc93dc99c28b918fb9' },
) as unknown as TypedDocumentString<ObserveAmountMutation, ObserveAmountMutationVariables>;
export const RecordInflowDocument = new TypedDocumentString(
  'mutation RecordInflow($input: RecordInflowInput!) { recordInflow(input: $input) { id } }',
  { hash: 'sha256:05ab12c01af89e8e555b8ce79022729f9f92a822f0fc8f1089f24ba8056b43d5' },
) as unknown as TypedDocumentString<RecordInflowMutation, RecordInflowMutationVariables>;
export const AccountsDocument = new TypedDocumentString(
  'query Accounts($after: String, $status: AccountStatus, $venue: ID) { accounts(status: $status, venue: $venue, first: 100, after: $after) { nodes { frozenSince id illustrative status venue { id name } } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:60751a29a1729cf00aad3f0313bd3b807d9239952fa832a7847adaf073cca111' },
) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const EndingMeasuresDocument = new TypedDocumentString(
  'query EndingMeasures($after: String, $expiresBefore: DateTime!) { measures(expiresBefore: $expiresBefore, first: 50, after: $after) { nodes { account { id } bases { docket id } endReason from id illustrative kind to } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:8e0e64116138512499a531f4262bac4a230c880843e00cf8dc2ae07fa44dee19' },
) as unknown as TypedDocumentString<EndingMeasuresQuery, EndingMeasuresQueryVariables>;
export const RegisterVenueDocument = new TypedDocumentString(
  'mutation RegisterVenue($input: RegisterVenueInput!) { registerVenue(input: $input) { id } }',
  { hash: 'sha256:bf7066570836df8b9f4977fd31e8472acabb208460a62c8fe35ac1329d2e5810' },
) as unknown as TypedDocumentString<RegisterVenueMutation, RegisterVenueMutationVariables>;
export const RegisterAccountDocument = new TypedDocumentString(
  'mutation RegisterAccount($input: RegisterAccountInput!) { registerAccount(input: $input) { id } }',
  { hash: 'sha256:4407542ad6fa747e56f7b2cfccfa2c095a11bf48cc9c100bbf61020a8df2e38b' },
) as unknown as TypedDocumentString<RegisterAccountMutation, RegisterAccountMutationVariables>;
export const ActorPageDocument = new TypedDocumentString(
  'fragment RelationshipParts on Relationship { confidence from { id name } id kind sources { ...SourceParts } to { id name } validFrom validFromText validTo validToText } fragment SourceParts on Source { publishedOn publisher quote title url } query ActorPage($id: ID!) { actor(id: $id) { addresses { text } aliases { kind name script strength } births { text } designations { authority entry from id list programmes source { ...SourceParts } to } id identifiers { country kind value } kind listedWallets { chain id } name nationalities { text } ownership { blockedPercent possiblePercent stakes { leastPercent mostPercent owner { id name } ownerListed ownerStatus sources { ...SourceParts } } status unaccountedPercent } programs relationships { disputed evidence ...RelationshipParts } remarks { text } sanctioned sources { ...SourceParts } titles { text } } }',
  { hash: 'sha256:777aa13135dee00782cec0fb5a1ac7b4d1243b788f59edc3c6dda4842bccc6af' },
) as unknown as TypedDocumentString<ActorPageQuery, ActorPageQueryVariables>;
export const ActorWalletsDocument = new TypedDocumentString(
  'fragment SourceParts on Source { publishedOn publisher quote title url } query ActorWallets($after: String, $id: ID!) { actor(id: $id) { wallets(first: 50, after: $after) { nodes { attributions { actor { id } confidence illustrative retracted source { ...SourceParts } stance } chain id } pageInfo { endCursor hasNextPage } totalCount } } }',
  { hash: 'sha256:a2dc15ad0be5ce5ef1c1aed7cb469e5786e74e9d5f5e0613d556f471848c1f66' },
) as unknown as TypedDocumentString<ActorWalletsQuery, ActorWalletsQueryVariables>;
export const ActorRelationshipsDocument = new TypedDocumentString(
  'fragment RelationshipParts on Relationship { confidence from { id name } id kind sources { ...SourceParts } to { id name } validFrom validFromText validTo validToText } fragment SourceParts on Source { publishedOn publisher quote title url } query ActorRelationships($id: ID!) { actor(id: $id) { id name relationships { disputed evidence ...RelationshipParts } } }',
  { hash: 'sha256:dc5cf0e0dc36495da09c868750c829cc91e07d791ef579f3ba077c5b7b0e25f8' },
) as unknown as TypedDocumentString<ActorRelationshipsQuery, ActorRelationshipsQueryVariables>;
export const FrozenAccountsOfDocument = new TypedDocumentString(
  'fragment RelationshipParts on Relationship { confidence from { id name } id kind sources { ...SourceParts } to { id name } validFrom validFromText validTo validToText } fragment SourceParts on Source { publishedOn publisher quote title url } query FrozenAccountsOf($after: String, $id: ID!) { actor(id: $id) { frozenAccounts(first: 100, after: $after) { completeness nodes { account { frozenSince id illustrative status venue { name } } actor { id name } link { depth path { ...RelationshipParts } } possible trace { amount asset { decimals symbol } completeness from { attributions { actor { id } confidence retracted source { ...SourceParts } stance } id } hops { amount asset { decimals symbol } at from { id } illustrative to { id } txHash } id illustrative to { id } } } pageInfo { endCursor hasNextPage } totalCount unregistered } id name } }',
  { hash: 'sha256:f11039f41330c81de27e2f4736fa068916607ab8541a2da4e34ccff06d110087' },
) as unknown as TypedDocumentString<FrozenAccountsOfQuery, FrozenAccountsOfQueryVariables>;
export const AlertsDocument = new TypedDocumentString(
  'fragment FindingParts on Finding { account { id } actor { id name } asset { decimals symbol } confidence designationId direct disputed indirect label stance wallet { id } } query Alerts($after: String) { alerts(first: 50, after: $after, newestFirst: true) { nodes { at changes { after { ...FindingParts } before { ...FindingParts } cause { depositId designationId statementIds trace { id } transfers { from { chain } txHash } versions } change kind } completeness id label number subject { account { id } actor { id name } kind wallet { id } } } pageInfo { endCursor hasNextPage } } }',
  { hash: 'sha256:04367644d2e379547e95d2cf21909e4e918c0aeab1fe39fcc493301d4d5185f8' },
) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>;
export const WatchesDocument = new TypedDocumentString(
  'query Watches($after: String) { watches(first: 50, after: $after) { nodes { createdAt endedAt id label subject { account { id } actor { id name } kind wallet { id } } } pageInfo { endCursor hasNextPage } } }',
  { hash: 'sha256:ea689bd859b6eb4def239c0a33f687055a5da930f3b0e545b3139d2d8c22cdac' },
) as unknown as TypedDocumentString<WatchesQuery, WatchesQueryVariables>;
export const ClaimsDocument = new TypedDocumentString(
  'fragment SourceParts on Source { publishedOn publisher quote title url } query Claims($about: ID, $after: String, $search: String) { claims(about: $about, search: $search, first: 50, after: $after) { nodes { id modality quote source { ...SourceParts } statement status } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:a8197ee6777092678bdfb9a7ae15ae28f6f96876eb115ddfafc20489d14dff9a' },
) as unknown as TypedDocumentString<ClaimsQuery, ClaimsQueryVariables>;
export const AllContradictionsDocument = new TypedDocumentString(
  'fragment ContradictionParts on Contradiction { claims { id modality quote source { ...SourceParts } statement } explanation id topic } fragment SourceParts on Source { publishedOn publisher quote title url } query AllContradictions($about: ID) { contradictions(about: $about) { ...ContradictionParts } }',
  { hash: 'sha256:2bbc544850c42cd8b4576db25bc923be2b4689340037fc9832906d1ed118ac8c' },
) as unknown as TypedDocumentString<AllContradictionsQuery, AllContradictionsQueryVariables>;
export const EvidenceAccountDocument = new TypedDocumentString(
  'fragment SourceParts on Source { publishedOn publisher quote title url } query EvidenceAccount($id: ID!) { account(id: $id) { depositWallets { chain id } frozenSince holdings { asset { decimals id symbol } frozen held illustrative seized source { ...SourceParts } } id illustrative measures { bases { authority docket expiry id kind served source { ...SourceParts } } checker endReason events from id illustrative inForce kind maker observed reason source { ...SourceParts } to } status venue { id name } } }',
  { hash: 'sha256:dbd4a4bdac4598b4d2e1353662a25add22e0bd66ba14514230d32a48774a01d7' },
) as unknown as TypedDocumentString<EvidenceAccountQuery, EvidenceAccountQueryVariables>;
export const EvidenceTracesDocument = new TypedDocumentString(
  'fragment RelationshipParts on Relationship { confidence from { id name } id kind sources { ...SourceParts } to { id name } validFrom validFromText validTo validToText } fragment SourceParts on Source { publishedOn publisher quote title url } query EvidenceTraces($actor: ID!, $after: String) { actor(id: $actor) { frozenAccounts(first: 100, after: $after) { completeness nodes { account { id } actor { id name } link { depth path { ...RelationshipParts } } possible trace { amount asset { decimals id symbol } completeness from { attributions { actor { id name } confidence disputed id method retracted source { ...SourceParts } stance } id } hops { amount asset { decimals id symbol } at from { id } illustrative to { id } txHash } id illustrative share snapshot to { id } } } pageInfo { endCursor hasNextPage } } id name } }',
  { hash: 'sha256:e58c39b24d578cc907a935df3fe1e186640da8a6cf0b87da93f8fcff42b7eaa2' },
) as unknown as TypedDocumentString<EvidenceTracesQuery, EvidenceTracesQueryVariables>;
export const EvidenceProofDocument = new TypedDocumentString(
  'query EvidenceProof($event: Int!) { ledgerProof(event: $event) { id proof } }',
  { hash: 'sha256:17b0e4b6964b77530f5efecf9d2d70f6850774a63fad1bec8b44e42dae31c235' },
) as unknown as TypedDocumentString<EvidenceProofQuery, EvidenceProofQueryVariables>;
export const FollowReachDocument = new TypedDocumentString(
  'fragment FollowedHop on Hop { amount asset { decimals id symbol } at crossing { kind source { ...SourceParts } } from { id } illustrative to { id } txHash } fragment SourceParts on Source { publishedOn publisher quote title url } query FollowReach($asOf: DateTime, $direction: Direction!, $first: Int!, $hops: Int!, $id: String!) { wallet(address: $id) { id reach(direction: $direction, maxHops: $hops, asOf: $asOf) { completeness cutCount cuts { reason wallet { id } } walletCount wallets(first: $first) { nodes { categories custodial names { actor { id name } heldThen label } path { amount hops { ...FollowedHop } illustrative } wallet { id } } totalCount } } } }',
  { hash: 'sha256:99566d628f91ff8520d351ac82e4c859a1b5ed4492e674bb472ce003ec8b71d3' },
) as unknown as TypedDocumentString<FollowReachQuery, FollowReachQueryVariables>;
export const FollowPathsDocument = new TypedDocumentString(
  'fragment FollowedHop on Hop { amount asset { decimals id symbol } at crossing { kind source { ...SourceParts } } from { id } illustrative to { id } txHash } fragment SourceParts on Source { publishedOn publisher quote title url } query FollowPaths($asOf: DateTime, $hops: Int!, $id: String!, $to: ID!) { wallet(address: $id) { id pathsTo(wallet: $to, maxHops: $hops, first: 20, asOf: $asOf) { completeness cutCount cuts { reason wallet { id } } paths { amount hops { ...FollowedHop } illustrative } } } }',
  { hash: 'sha256:8e48a30ed1c0c09074f6f14e98615439d10e654d295e5070170a741844e0863d' },
) as unknown as TypedDocumentString<FollowPathsQuery, FollowPathsQueryVariables>;
export const SearchDocument = new TypedDocumentString(
  'query Search($account: Boolean!, $address: Boolean!, $id: ID!, $processes: Boolean!, $transaction: Boolean!, $words: String!) { account(id: $id) @include(if: $account) { id status } actors(search: $words, first: 10) { nodes { id kind name sanctioned } totalCount } legalProcesses(docket: $words, first: 5) @include(if: $processes) { nodes { authority docket id kind } totalCount } transactions(hash: $words) @include(if: $transaction) { at chain id } wallet(address: $words) @include(if: $address) { chain id } }',
  { hash: 'sha256:4d7978eed84c3d8d4403bdf2879e2b0459f064a5ab18eefc2e05e7b2a84a1de7' },
) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SimilarNamesDocument = new TypedDocumentString(
  'query SimilarNames($subjects: [ScreeningSubject!]!) { screenNames(subjects: $subjects) { matches { actor { id name } matchedName score } problem } }',
  { hash: 'sha256:90ba7285da450820d6ae8c591ff8be088dbaadbdd0af440f703f872392c22033' },
) as unknown as TypedDocumentString<SimilarNamesQuery, SimilarNamesQueryVariables>;
export const LedgerDocument = new TypedDocumentString(
  'query Ledger { ledgerHead { checkpoint events hash verification { at outcome viewsCompared } } }',
  { hash: 'sha256:6786553c1546aaf7c10c727628ba1caf2ee0a985694f37799cf6cced876f57c0' },
) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const ReadLogDocument = new TypedDocumentString(
  'query ReadLog($after: String, $by: String, $of: String) { reads(of: $of, by: $by, first: 50, after: $after) { nodes { at client id operationName purpose records subject venue } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:c2b046458f14d6ff8f9fdd3dcabb053cb8b7a8d4e7ce041fb7f66b0b8cb89ac9' },
) as unknown as TypedDocumentString<ReadLogQuery, ReadLogQueryVariables>;
export const ImportsDocument = new TypedDocumentString(
  'query Imports($after: String) { imports(first: 20, after: $after) { nodes { duplicates endedAt file id kind quarantinedRows read startedAt stored } pageInfo { endCursor hasNextPage } } }',
  { hash: 'sha256:c1547d96ce25897af290876bda9fa781af8467366a91dbabdb3e0e0d37ae96a8' },
) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const QuarantinedOfImportDocument = new TypedDocumentString(
  'query QuarantinedOfImport($after: String, $import: ID!) { import(id: $import) { id quarantined(first: 50, after: $after) { nodes { file line problem reason } pageInfo { endCursor hasNextPage } } } }',
  { hash: 'sha256:d8364bd37c2467c7b66e156cd01f26bf7178328f2d7db9834b7b066fff9f5692' },
) as unknown as TypedDocumentString<QuarantinedOfImportQuery, QuarantinedOfImportQueryVariables>;
export const ListsDocument = new TypedDocumentString(
  'query Lists { sanctionsLists { addresses ageDays aliases dateAssumed entries history { entries importedAt publishedOn quarantined version wallets } id importedAt publishedOn quarantined relationships stale version wallets } }',
  { hash: 'sha256:f35e993c768b5b19a9ebecb0657c2803c369ff9ef61d3c91b92246f9aaabad2e' },
) as unknown as TypedDocumentString<ListsQuery, ListsQueryVariables>;
export const ListChangesDocument = new TypedDocumentString(
  'query ListChanges($after: String, $list: ID!, $since: ID!) { actorChanges(list: $list, sinceVersion: $since, first: 50, after: $after) { nodes { actor { id name } change entry fields } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:1cd5106be72826ac1cc6ed9ccc70a44d8fe3765e5346e49b9a6bd2519ca1eaf3' },
) as unknown as TypedDocumentString<ListChangesQuery, ListChangesQueryVariables>;
export const QuarantinedRowsDocument = new TypedDocumentString(
  'query QuarantinedRows($after: String, $list: ID!, $version: ID!) { reconciliation(list: $list, version: $version) { quarantined(first: 50, after: $after) { nodes { file kind line reason text } pageInfo { endCursor hasNextPage } totalCount } } }',
  { hash: 'sha256:ac994992392352400aee63ed132024e9e08f8e2193510188eb8933a5ab0979bb' },
) as unknown as TypedDocumentString<QuarantinedRowsQuery, QuarantinedRowsQueryVariables>;
export const ListUploadsDocument = new TypedDocumentString(
  'fragment ListUploadShown on ListUpload { decidedAt decidedBy decisionReason digest files { bytes name sha256 } format id problem progress { done of text } reports { absent added changed dateAssumed entries inForce list publishedOn quarantined relinked removed version wallets warnings } state uploadedAt uploadedBy } query ListUploads($after: String) { listUploads(first: 10, after: $after) { nodes { ...ListUploadShown } pageInfo { endCursor hasNextPage } } }',
  { hash: 'sha256:4bc0652940703392bf8612b06d315b798ee899bf0273e77f1b14d639bb6bd94c' },
) as unknown as TypedDocumentString<ListUploadsQuery, ListUploadsQueryVariables>;
export const TransferUploadsDocument = new TypedDocumentString(
  'query TransferUploads($after: String) { transferUploads(first: 10, after: $after) { nodes { files { bytes name sha256 } id problem progress { done of text } report { duplicates import quarantined read stored } state uploadedAt uploadedBy } pageInfo { endCursor hasNextPage } } }',
  { hash: 'sha256:31b002ed541d328c9afc25fc12f837adfbee5f6603ecd9882bb2a4a7e3665bcd' },
) as unknown as TypedDocumentString<TransferUploadsQuery, TransferUploadsQueryVariables>;
export const ApproveListUploadDocument = new TypedDocumentString(
  'mutation ApproveListUpload($input: ListUploadDecisionInput!) { approveListUpload(input: $input) { id state } }',
  { hash: 'sha256:90ca0818f9d59a5788a16fea6903dc5b04f77c93425f9de4e68228fcf10eef18' },
) as unknown as TypedDocumentString<ApproveListUploadMutation, ApproveListUploadMutationVariables>;
export const RejectListUploadDocument = new TypedDocumentString(
  'mutation RejectListUpload($input: ListUploadDecisionInput!) { rejectListUpload(input: $input) { id state } }',
  { hash: 'sha256:6f38eda3e7244fcdeb7d6b6b969e21d51a37b48c5f12e3b752f030e270d4c326' },
) as unknown as TypedDocumentString<RejectListUploadMutation, RejectListUploadMutationVariables>;
export const ObligationsDocument = new TypedDocumentString(
  'fragment ObligationParts on Obligation { about account { id } dueOn id illustrative kind metBy { filedAt id reference } note ownerRole rule state venue { name } } query Obligations($after: String, $state: ObligationState) { obligations(state: $state, first: 50, after: $after) { nodes { ...ObligationParts } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:e4d0da8ef47f26ed1a329f186551adc34d97bbfa57bec910c7154d4a1997132c' },
) as unknown as TypedDocumentString<ObligationsQuery, ObligationsQueryVariables>;
export const FiledReportsDocument = new TypedDocumentString(
  'query FiledReports($after: String) { filedReports(first: 50, after: $after) { nodes { filedAt filedBy id illustrative kind reference sha256 } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:0e1e0c03509a56fc4de27bfe204d83cad0a2dae04e11e4cf0075e7a593198d82' },
) as unknown as TypedDocumentString<FiledReportsQuery, FiledReportsQueryVariables>;
export const FileReportDocument = new TypedDocumentString(
  'mutation FileReport($input: FileReportInput!) { fileReport(input: $input) { id } }',
  { hash: 'sha256:f30360f2fd55c34fef948cb7253da441d464b37c02b7435653fc81f0026a3a2c' },
) as unknown as TypedDocumentString<FileReportMutation, FileReportMutationVariables>;
export const BlockedPropertyReportDocument = new TypedDocumentString(
  'query BlockedPropertyReport($asOf: Date, $includeIllustrative: Boolean!, $since: Date) { blockedPropertyReport( asOf: $asOf since: $since includeIllustrative: $includeIllustrative ) { csv illustrativeOmitted otherLawOmitted rows } }',
  { hash: 'sha256:2c90967691d3cae07b90648a9bacb315109592e692548dc326994824215a505b' },
) as unknown as TypedDocumentString<BlockedPropertyReportQuery, BlockedPropertyReportQueryVariables>;
export const CorrectReportDocument = new TypedDocumentString(
  'mutation CorrectReport($input: CorrectReportInput!) { correctReport(input: $input) { id } }',
  { hash: 'sha256:c2f549b2026cc2043c06138692428afeb8f45aeeae14a426302b840865456332' },
) as unknown as TypedDocumentString<CorrectReportMutation, CorrectReportMutationVariables>;
export const PlaceRetentionHoldDocument = new TypedDocumentString(
  'mutation PlaceRetentionHold($input: PlaceRetentionHoldInput!) { placeRetentionHold(input: $input) { id } }',
  { hash: 'sha256:93a6b51d093f9c71fc56764c56e68c75302cc125a1d0ccb676d5077a1d45b2d0' },
) as unknown as TypedDocumentString<PlaceRetentionHoldMutation, PlaceRetentionHoldMutationVariables>;
export const LiftRetentionHoldDocument = new TypedDocumentString(
  'mutation LiftRetentionHold($input: LiftRetentionHoldInput!) { liftRetentionHold(input: $input) { id } }',
  { hash: 'sha256:2c3002f310a779cf5ed0068379589eae50f2869994eedb9012a9aa4c8e0110b0' },
) as unknown as TypedDocumentString<LiftRetentionHoldMutation, LiftRetentionHoldMutationVariables>;
export const CorrectRetentionHoldDocument = new TypedDocumentString(
  'mutation CorrectRetentionHold($input: CorrectRetentionHoldInput!) { correctRetentionHold(input: $input) { id } }',
  { hash: 'sha256:d9486be72ccdd1d41952317151e9bc7469dd1203467a04fcbc047e50c25a1899' },
) as unknown as TypedDocumentString<CorrectRetentionHoldMutation, CorrectRetentionHoldMutationVariables>;
export const LegalProcessesDocument = new TypedDocumentString(
  'fragment ProcessParts on LegalProcess { authority docket effective expiry id illustrative issued kind law mayNotify scope served source { ...SourceParts } withdrawn } fragment SourceParts on Source { publishedOn publisher quote title url } query LegalProcesses($account: ID, $after: String, $expiresBefore: DateTime, $kind: LegalProcessKind) { legalProcesses( kind: $kind account: $account expiresBefore: $expiresBefore first: 50 after: $after ) { nodes { ...ProcessParts } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:c588b2a1df4ba5f9ab26729b3d7445a55094c3f1fcdf07cf059a6f2289160b80' },
) as unknown as TypedDocumentString<LegalProcessesQuery, LegalProcessesQueryVariables>;
export const LegalProcessDocument = new TypedDocumentString(
  'fragment ProcessParts on LegalProcess { authority docket effective expiry id illustrative issued kind law mayNotify scope served source { ...SourceParts } withdrawn } fragment SourceParts on Source { publishedOn publisher quote title url } query LegalProcess($id: ID!) { legalProcess(id: $id) { ...ProcessParts } }',
  { hash: 'sha256:2d963cbd693dc1205cf51316438153a9d92272965e9237df878fe4d3d202b22d' },
) as unknown as TypedDocumentString<LegalProcessQuery, LegalProcessQueryVariables>;
export const RetentionHoldsDocument = new TypedDocumentString(
  'query RetentionHolds($after: String) { retentionHolds(inPlace: true, first: 50, after: $after) { nodes { accountIds from id illustrative reason } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:ca534d55e96c5927225cc211bd1f989d4d8ff2bceacca40001c03c2ab620985b' },
) as unknown as TypedDocumentString<RetentionHoldsQuery, RetentionHoldsQueryVariables>;
export const RecordLegalProcessDocument = new TypedDocumentString(
  'mutation RecordLegalProcess($input: RecordLegalProcessInput!) { recordLegalProcess(input: $input) { event id } }',
  { hash: 'sha256:c069b14fc8e2cf5775cd744746ee58c6f8f82ca2e6638831123bcc2b8c5ac247' },
) as unknown as TypedDocumentString<RecordLegalProcessMutation, RecordLegalProcessMutationVariables>;
export const AmendLegalProcessDocument = new TypedDocumentString(
  'mutation AmendLegalProcess($input: AmendLegalProcessInput!) { amendLegalProcess(input: $input) { id } }',
  { hash: 'sha256:dfcb58946005f4fe360c5a4b5cad8f7e14d7b085dfeebdde8facd384d1f36f5c' },
) as unknown as TypedDocumentString<AmendLegalProcessMutation, AmendLegalProcessMutationVariables>;
export const WithdrawLegalProcessDocument = new TypedDocumentString(
  'mutation WithdrawLegalProcess($input: WithdrawLegalProcessInput!) { withdrawLegalProcess(input: $input) { id } }',
  { hash: 'sha256:c89cb699502c5204a7e38ca27bb51276012774f09adf9ed20ea8cb47989b920f' },
) as unknown as TypedDocumentString<WithdrawLegalProcessMutation, WithdrawLegalProcessMutationVariables>;
export const CorrectLegalProcessDocument = new TypedDocumentString(
  'mutation CorrectLegalProcess($input: CorrectLegalProcessInput!) { correctLegalProcess(input: $input) { id } }',
  { hash: 'sha256:70e8ce230fcd718f9e5b749ad4fa4a1505af94c332158d990c875b97e30550a7' },
) as unknown as TypedDocumentString<CorrectLegalProcessMutation, CorrectLegalProcessMutationVariables>;
export const ProposalsDocument = new TypedDocumentString(
  'query Proposals($after: String, $state: ProposalState) { proposals(state: $state, first: 50, after: $after) { nodes { accounts { id } checker command emergency expires id proposedAt proposer state } pageInfo { endCursor hasNextPage } totalCount } }',
  { hash: 'sha256:d5370ea72961364ddb53f0b3a91eb9ef20e2e4dee7d7ca3aba91a13b9b08dfa3' },
) as unknown as TypedDocumentString<ProposalsQuery, ProposalsQueryVariables>;
export const ProposalPageDocument = new TypedDocumentString(
  'query ProposalPage($id: ID!) { proposal(id: $id) { accounts { id status } checker command decidedAt digest draft emergency expires id proposedAt proposer reason state } }',
  { hash: 'sha256:8fc04481858bd34455dd8bf2e9befeb772a5b7e65fa6819e2902285248b4dac6' },
) as unknown as TypedDocumentString<ProposalPageQuery, ProposalPageQueryVariables>;
export const ProposalBasisDocument = new TypedDocumentString(
  'query ProposalBasis($id: ID!) { legalProcess(id: $id) { authority docket id kind } }',
  { hash: 'sha256:b84a50a5d3b9b02a3549b0852ff4e96d900aaef57a75b1f5fd13523f9ca55016' },
) as unknown as TypedDocumentString<ProposalBasisQuery, ProposalBasisQueryVariables>;
export const ApproveProposalDocument = new TypedDocumentString(
  'mutation ApproveProposal($input: DecisionInput!) { approveProposal(input: $input) { id state } }',
  { hash: 'sha256:f5f45ca1867e7af5e334587d87188f5599ec8343112242fa04a0ead7340e329f' },
) as unknown as TypedDocumentString<ApproveProposalMutation, ApproveProposalMutationVariables>;
export const ConfirmEmergencyFreezeDocument = new TypedDocumentString(
  'mutation ConfirmEmergencyFreeze($input: DecisionInput!) { confirmEmergencyFreeze(input: $input) { id state } }',
  { hash: 'sha256:5d3148fb32a48d97367f8b9977559b2fd37b850e12ef5d43aaa1106130f3c4c6' },
) as unknown as TypedDocumentString<ConfirmEmergencyFreezeMutation, ConfirmEmergencyFreezeMutationVariables>;
export const RejectProposalDocument = new TypedDocumentString(
  'mutation RejectProposal($input: DecisionInput!) { rejectProposal(input: $input) { id state } }',
  { hash: 'sha256:9dbe9ba870cd58d9447d37f12bea7112ecaee32fb093d58f0869565915715af4' },
) as unknown as TypedDocumentString<RejectProposalMutation, RejectProposalMutationVariables>;
export const ScreenSubjectsDocument = new TypedDocumentString(
  'query ScreenSubjects($subjects: [ScreeningSubject!]!) { screenNames(subjects: $subjects) { matches { actor { id name } list listedAlone matchedName modifiers { kind points text } queryAlone queryName score weakAlias words { alignment listed query similarity } } problem versions { list version } } }',
  { hash: 'sha256:0ecf6aab3077534d8e2d9b4c17dda15690e1a04896be085cba0cbace74930b0e' },
) as unknown as TypedDocumentString<ScreenSubjectsQuery, ScreenSubjectsQueryVariables>;
export const TransactionPageDocument = new TypedDocumentString(
  'fragment EndParts on TransactionEnd { amount index wallet { id } } fragment SourceParts on Source { publishedOn publisher quote title url } query TransactionPage($after: String, $chain: String!, $hash: String!) { transaction(chain: $chain, hash: $hash) { asset { decimals symbol } at chain id illustrative inputs { ...EndParts } outputs { ...EndParts } sources { ...SourceParts } transfers(first: 100, after: $after) { nodes { amount asset { decimals symbol } from { id } id illustrative index tag to { id } } pageInfo { endCursor hasNextPage } } txHash } }',
  { hash: 'sha256:477b8c4773c46ee29d3d064ddda9b05047628119d65cb5a673615857f2100f22' },
) as unknown as TypedDocumentString<TransactionPageQuery, TransactionPageQueryVariables>;
export const StateAttributionDocument = new TypedDocumentString(
  'mutation StateAttribution($input: StateAttributionInput!) { stateAttribution(input: $input) { id } }',
  { hash: 'sha256:07bf6d2955a0fc6f3591c7c339408eefcbdefcd8e8d50e67b06442c202a6ee0a' },
) as unknown as TypedDocumentString<StateAttributionMutation, StateAttributionMutationVariables>;
export const RetractAttributionDocument = new TypedDocumentString(
  'mutation RetractAttribution($input: RetractAttributionInput!) { retractAttribution(input: $input) { id } }',
  { hash: 'sha256:940c4e030ec80bb957730edef878f794140f4a082e1f736976f9658bea4d71c4' },
) as unknown as TypedDocumentString<RetractAttributionMutation, RetractAttributionMutationVariables>;
export const WalletPageDocument = new TypedDocumentString(
  'fragment SourceParts on Source { publishedOn publisher quote title url } query WalletPage($id: String!) { wallet(address: $id) { accounts { id status } address attributions { actor { id name } confidence disputed id illustrative knownSince label method retracted source { ...SourceParts } stance } chain id listings { entry from id list programmes source { ...SourceParts } to } problem } }',
  { hash: 'sha256:9bc877ae8154c6411e3851a27e586a2cda62311af6d92c18b5504527f1891618' },
) as unknown as TypedDocumentString<WalletPageQuery, WalletPageQueryVariables>;
export const WalletExposureDocument = new TypedDocumentString(
  'fragment ExposureParts on Exposure { assets { actors { actor { id name } amount contested direct indirect label } asset { decimals id symbol } attributed categories { amount category } rest { amount cause } total } completeness cut { cause wallet { id } } cutCount method } query WalletExposure($direction: Direction!, $id: String!) { wallet(address: $id) { poison: exposure(direction: $direction, method: POISON) { ...ExposureParts } haircut: exposure(direction: $direction, method: HAIRCUT) { ...ExposureParts } fifo: exposure(direction: $direction, method: FIFO) { ...ExposureParts } lifo: exposure(direction: $direction, method: LIFO) { ...ExposureParts } tiho: exposure(direction: $direction, method: TIHO) { ...ExposureParts } } }',
  { hash: 'sha256:5815bfb6d58f50c0b8c53967e3c32740ffb79a5858108fc91215e9267b0d7534' },
) as unknown as TypedDocumentString<WalletExposureQuery, WalletExposureQueryVariables>;
export const WalletTransfersDocument = new TypedDocumentString(
  'query WalletTransfers($after: String, $asset: ID, $counterparty: ID, $direction: Direction!, $from: DateTime, $id: String!, $minAmount: BigInt, $until: DateTime) { wallet(address: $id) { transfers( first: 50 direction: $direction from: $from until: $until asset: $asset minAmount: $minAmount counterparty: $counterparty after: $after ) { nodes { amount asset { decimals id symbol } at from { id } id illustrative to { id } txHash } pageInfo { endCursor hasNextPage } } } }',
  { hash: 'sha256:965f2fa8d6e50e81dbad460b9a7b572ce8512d3192260b96440ddeaa5884e653' },
) as unknown as TypedDocumentString<WalletTransfersQuery, WalletTransfersQueryVariables>;
export const TransactionSourcesDocument = new TypedDocumentString(
  'fragment SourceParts on Source { publishedOn publisher quote title url } query TransactionSources($chain: String!, $hash: String!) { transaction(chain: $chain, hash: $hash) { id sources { ...SourceParts } } }',
  { hash: 'sha256:fc596ad7d21b11070c1add674994d2478ed7aa24dcea2967d738c6c663873a95' },
) as unknown as TypedDocumentString<TransactionSourcesQuery, TransactionSourcesQueryVariables>;
export const WatchDocument = new TypedDocumentString(
  'mutation Watch($input: WatchInput!) { watch(input: $input) { id } }',
  { hash: 'sha256:40629ad39799946e2b571cec22d58955203d6b1fd958da2f041f81b4046ac06b' },
) as unknown as TypedDocumentString<WatchMutation, WatchMutationVariables>;
export const UnwatchDocument = new TypedDocumentString(
  'mutation Unwatch($id: ID!) { unwatch(id: $id) { endedAt id } }',
  { hash: 'sha256:05066d97b0de9879879f09300879e5a607151e1e4b920a81b0eb454fb8aed18a' },
) as unknown as TypedDocumentString<UnwatchMutation, UnwatchMutationVariables>;
