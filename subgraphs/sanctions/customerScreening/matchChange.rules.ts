import type { CustomerRecord } from '../customer/customer.record';
import { ownerOf } from '../customer/tenant.rules';
import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';
import { digestOf } from '../list/content.rules';
import type { ListEntry } from '../list/listEntry';
import type { AlertCause, ScreeningAlertRecord } from '../screeningAlert/screeningAlert.record';
import type { FoundEntry } from './screenCustomer';

/** The id of a match: of one customer and one entry there is one. */
export const matchIdOf = (customerId: string, list: string, entry: string): string =>
  digestOf('match', customerId, list, entry);

/** What a customer was screened against just now, and why. */
export interface ScreenedAgainst {
  readonly at: Date;
  readonly sequence: number;
  readonly versionOf: (list: string) => string;
  readonly versionBeforeOf: (list: string) => string | null;
  readonly digestOfEntry: (list: string, entry: string) => string | null;
  readonly causeOf: (list: string, entry: string) => AlertCause;
  /** An entry that was screened against. */
  readonly entryOf: (list: string, entry: string) => ListEntry;
}

export interface MatchChange {
  /** The match as it is now. */
  readonly match: CustomerMatchRecord;
  /** Undefined where nobody has to know: it was present, and is. */
  readonly alert: Omit<ScreeningAlertRecord, 'number'> | undefined;
}

/**
 * Returns what screening changes of a pair: of the stored match, undefined where there is none, and what was found, undefined
 * where it is not near. Undefined where nothing changes.
 */
export function changeOfPair(
  customer: CustomerRecord,
  stored: CustomerMatchRecord | undefined,
  found: FoundEntry | undefined,
  against: ScreenedAgainst,
): MatchChange | undefined {
  if (found) return presentChange(customer, stored, found, against);
  if (!stored?.isPresent) return undefined;
  const { list, entry } = stored;
  const gone: CustomerMatchRecord = {
    ...stored,
    isPresent: false,
    alerts: stored.alerts + 1,
    since: against.at,
    sequence: against.sequence,
  };
  return { match: gone, alert: alertOf(gone, 'GONE', against.causeOf(list, entry), against) };
}

function presentChange(
  customer: CustomerRecord,
  stored: CustomerMatchRecord | undefined,
  { list, entry, evidence }: FoundEntry,
  against: ScreenedAgainst,
): MatchChange | undefined {
  const entryDigest = against.digestOfEntry(list, entry);
  if (entryDigest === null)
    throw new Error(`the entry ${entry} of ${list} was screened against, and is missing`);
  const appears = !stored?.isPresent;
  const match: CustomerMatchRecord = {
    _id: matchIdOf(customer._id, list, entry),
    customerId: customer._id,
    tenant: customer.tenant ?? null,
    list,
    entry,
    actorId: evidence.actorId,
    isPresent: true,
    score: Math.round(evidence.score * 10_000),
    evidence,
    entryDigest,
    customerDigest: customer.digest,
    version: against.versionOf(list),
    sequence: against.sequence,
    alerts: (stored?.alerts ?? 0) + (appears ? 1 : 0),
    reopened: stored?.reopened ?? 0,
    since: appears ? against.at : stored.since,
  };
  if (appears) return { match, alert: alertOf(match, 'APPEARED', against.causeOf(list, entry), against) };
  const isSame =
    stored.entryDigest === entryDigest &&
    stored.customerDigest === customer.digest &&
    stored.score === match.score &&
    stored.evidence.matchedName === evidence.matchedName &&
    stored.evidence.queryName === evidence.queryName;
  return isSame ? undefined : { match, alert: undefined };
}

/** Returns the alert of a match as it now is: its last one. */
export function alertOf(
  match: CustomerMatchRecord,
  change: ScreeningAlertRecord['change'],
  cause: AlertCause,
  { at, versionOf, versionBeforeOf }: Pick<ScreenedAgainst, 'at' | 'versionOf' | 'versionBeforeOf'>,
): Omit<ScreeningAlertRecord, 'number'> {
  return {
    _id: `${match._id}:${match.alerts}`,
    feed: ownerOf(match.tenant ?? null),
    at,
    matchId: match._id,
    customerId: match.customerId,
    change,
    cause,
    versionBefore: versionBeforeOf(match.list),
    version: versionOf(match.list),
    changed: [],
    match,
  };
}
