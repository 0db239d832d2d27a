import { groupBy } from '../rows/groupBy';
import type { DepositRecord } from './deposit.record';

type Word = 'HOUSE' | 'VENUE';

/** The result of all statements of one account and one wallet. */
export interface Registration {
  readonly venueId: string;
  readonly accountId: string;
  readonly walletId: string;
  readonly matchKey: string;
  /** The destination tag or memo that what is the account's has; null: all that arrives is. */
  readonly tag: string | null;
  readonly illustrative: boolean;
  /** From when on (milliseconds) what arrived was not the account's: Infinity where it was not ended, -Infinity where nothing was. */
  readonly endedAt: number;
  /** True where a trace ends there: the operator registered it, and the venue has not ended it since. */
  readonly isTraceEnd: boolean;
}

/**
 * Returns the party that makes a statement. A venue's registrations from before `word` was kept are known by
 * their source.
 */
export function wordOf({ word, source }: Pick<DepositRecord, 'word' | 'source'>): Word {
  if (word) return word;
  const id = source?.id ?? '';
  return id.startsWith('registration:') && id !== 'registration:house' ? 'VENUE' : 'HOUSE';
}

export const isEnd = ({ stance }: Pick<DepositRecord, 'stance'>): boolean => stance === 'ENDS';

/** Names an account's wallet: what statements are about. */
export const pairOf = ({
  accountId,
  walletId,
  tag,
}: Pick<DepositRecord, 'accountId' | 'walletId'> & { readonly tag?: string | null | undefined }): string =>
  `${accountId} ${walletId}${typeof tag === 'string' ? ` #${tag}` : ''}`;

/** The last statement of each word, of an account's wallet; and how many there are. */
export interface LastStatement {
  readonly last: DepositRecord;
  readonly count: number;
}

const placeOf = ({ _id, saidAt }: DepositRecord) =>
  [saidAt?.getTime() ?? 0, Number(/ (\d+)$/.exec(_id)?.[1])] as const;

/** By pair and word (`<pair> <word>`). */
export function lastStatements(statements: Iterable<DepositRecord>): Map<string, LastStatement> {
  const lastByKey = new Map<string, LastStatement>();
  for (const statement of statements) {
    const key = `${pairOf(statement)} ${wordOf(statement)}`;
    const before = lastByKey.get(key);
    const isLater = !before || isAfter(statement, before.last);
    lastByKey.set(key, { last: isLater ? statement : before.last, count: (before?.count ?? 0) + 1 });
  }
  return lastByKey;
}

/** By the number of the statement: two that were made in one millisecond are in an order too. */
function isAfter(one: DepositRecord, other: DepositRecord): boolean {
  const [[, a], [, b]] = [placeOf(one), placeOf(other)];
  return (Number.isNaN(a) ? -1 : a) > (Number.isNaN(b) ? -1 : b);
}

/**
 * Returns the result of statements, by account's wallet in the order of their ids. The operator's statement
 * decides. A venue's statement only adds an account to the answer, and never ends a trace. So a venue that
 * registers a wallet of another hides nothing behind it, and its retraction leaves the operator's statement
 * in force.
 * - the operator registers: it counts. Where the venue has ended it since, a trace goes on behind it too;
 * - the operator ended it: funds that arrived before count, unless the venue has registered it again since;
 * - only the venue: as it states, and a trace goes on behind it.
 */
export function registrationsOf(statements: Iterable<DepositRecord>): Registration[] {
  const all = [...statements];
  const lastByKey = lastStatements(all);
  const registrations: Registration[] = [];
  for (const [pair, [first]] of groupBy(all, pairOf)) {
    if (!first) continue;
    const house = lastByKey.get(`${pair} HOUSE`)?.last;
    const venue = lastByKey.get(`${pair} VENUE`)?.last;
    const { decides, isContested } = decisionOf(house, venue);
    const { venueId, accountId, walletId, matchKey, tag } = first;
    registrations.push({
      venueId,
      accountId,
      walletId,
      matchKey,
      tag: tag ?? null,
      illustrative: (decides ?? first).illustrative,
      endedAt: decides && isEnd(decides) ? (decides.endedAt?.getTime() ?? -Infinity) : Infinity,
      isTraceEnd: decides !== undefined && decides === house && !isEnd(decides) && !isContested,
    });
  }
  return registrations.sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
}

function decisionOf(house: DepositRecord | undefined, venue: DepositRecord | undefined) {
  if (!house || !venue) return { decides: house ?? venue, isContested: false };
  const isVenueLater = placeOf(venue)[0] > placeOf(house)[0];
  if (isEnd(house) && !isEnd(venue) && isVenueLater) return { decides: venue, isContested: true };
  return { decides: house, isContested: isEnd(venue) && isVenueLater };
}

/** Tells if it was not ended. */
export const isActive = ({ endedAt }: Registration): boolean => endedAt === Infinity;

/** Tells if funds that arrived at a moment (milliseconds) were the account's. */
export const countsAt = ({ endedAt }: Registration, moment: number): boolean => moment < endedAt;

/**
 * The account's claim to arrived funds: certain, or possible, where nothing tells which of several accounts
 * they are for; null: none.
 */
export type Belonging = 'CERTAIN' | 'POSSIBLE';

/**
 * Decides by the tag that a transfer was sent with; null: none that is known. The account of that tag has it, surely where
 * it is the only one. Of what may be for several accounts of one venue, none is certain. Another venue's registrations
 * change nothing: nobody learns of them.
 */
export function belongingOf(
  registration: Registration,
  sent: string | null,
  atAddress: readonly Registration[],
): Belonging | null {
  const { tag, venueId, accountId } = registration;
  const maybe = (one: Pick<Registration, 'tag'>) => one.tag === null || sent === null || one.tag === sent;
  if (!maybe(registration)) return null;
  const others = atAddress.filter((one) => one.venueId === venueId && one.accountId !== accountId);
  const isExact = tag !== null && tag === sent;
  if (isExact) return others.some((one) => one.tag === sent) ? 'POSSIBLE' : 'CERTAIN';
  return tag === null && !others.some(maybe) ? 'CERTAIN' : 'POSSIBLE';
}
