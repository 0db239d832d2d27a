import type { Model } from 'mongoose';
import type { DepositRecord } from './deposit.record';
import {
  isEnd,
  lastStatements,
  type LastStatement,
  pairOf,
  type Registration,
  registrationsOf,
  wordOf,
} from './registration.rules';
import { groupBy } from '../rows/groupBy';
import { insertNew } from '../../../shared/mongo/insertRows';

export interface DepositsStored {
  /** Places in the batch. */
  readonly stored: readonly number[];
  readonly duplicates: readonly number[];
  /** Rows that contradict a stored one, which stays. */
  readonly conflicts: readonly { readonly place: number; readonly problem: string }[];
}

/**
 * The treatment of another `illustrative` than the stored one. `keep`: keep the stored one, as for a file.
 * `say`: store the new one, as for a corrected case.
 */
type OnOther = 'keep' | 'say';

/**
 * Stores the new statements of a batch about deposit wallets; earlier ones are never changed. A row without a
 * stance registers a wallet and does not touch an end: an ended one stays so. Two concurrent imports give the
 * same result.
 */
export async function storeDeposits(
  deposits: Model<DepositRecord>,
  batch: readonly DepositRecord[],
  onOther: OnOther,
): Promise<DepositsStored> {
  const stored: number[] = [];
  const duplicates: number[] = [];
  const conflicts: { place: number; problem: string }[] = [];
  let places = batch.map((_, place) => place);
  while (places.length > 0) {
    const rows = places.flatMap((place) => batch[place] ?? []);
    const lastByKey = await readLastStatements(deposits, rows);
    const fresh = new Map<string, { place: number; row: DepositRecord }>();
    for (const place of places) {
      const row = batch[place];
      const judged = row && judge(row, lastByKey, onOther);
      if (!judged || judged === 'same') duplicates.push(place);
      else if (typeof judged === 'string') conflicts.push({ place, problem: judged });
      else {
        fresh.set(judged._id, { place, row: judged });
        note(lastByKey, judged);
      }
    }
    const lost = await insertNew(
      deposits,
      [...fresh.values()].map(({ row }) => row),
    );
    // Another process stored statements about them meanwhile: they are compared with those.
    for (const [id, { place }] of fresh) if (!lost.has(id)) stored.push(place);
    places = [...fresh].flatMap(([id, { place }]) => (lost.has(id) ? [place] : []));
  }
  return { stored: stored.sort((a, b) => a - b), duplicates, conflicts };
}

const keyOf = (row: DepositRecord) => `${pairOf(row)} ${wordOf(row)}`;

async function readLastStatements(deposits: Model<DepositRecord>, rows: readonly DepositRecord[]) {
  const matchKeys = [...new Set(rows.map(({ matchKey }) => matchKey))];
  const accounts = [...new Set(rows.map(({ accountId }) => accountId))];
  return lastStatements(
    await deposits
      .find({ matchKey: { $in: matchKeys }, accountId: { $in: accounts } })
      .lean<DepositRecord[]>(),
  );
}

/** The statement to store; or that it is there already; or why it is not stored. */
function judge(
  row: DepositRecord,
  lastByKey: ReadonlyMap<string, LastStatement>,
  onOther: OnOther,
): DepositRecord | string {
  const own = lastByKey.get(keyOf(row));
  const before =
    wordOf(row) === 'VENUE' ? later(own?.last, lastByKey.get(`${pairOf(row)} HOUSE`)?.last) : own?.last;
  const statement = {
    ...row,
    _id: `${keyOf(row)} ${own?.count ?? 0}`,
    saidAt: new Date(),
    illustrative: before && isEnd(row) ? before.illustrative : row.illustrative,
  };
  if (!before) return statement;
  if (isEnd(before) && !row.stance) {
    if (onOther === 'say') return 'same';
    return `it was ended (${before.endedAt?.toISOString() ?? 'never the account’s'}): \`ended\` is \`no\` to register it again`;
  }
  if (isEnd(before) !== isEnd(row) || before.endedAt?.getTime() !== row.endedAt?.getTime()) return statement;
  if (before.illustrative === statement.illustrative) return 'same';
  if (onOther === 'say') return statement;
  return `it is stored already as ${before.illustrative ? 'made up' : 'real'} (illustrative: ${before.illustrative}): what is there stays`;
}

const later = (own: DepositRecord | undefined, house: DepositRecord | undefined) =>
  own && house && (house.saidAt?.getTime() ?? 0) <= (own.saidAt?.getTime() ?? 0) ? own : (house ?? own);

function note(lastByKey: Map<string, LastStatement>, row: DepositRecord): void {
  const before = lastByKey.get(keyOf(row));
  lastByKey.set(keyOf(row), { last: row, count: (before?.count ?? 0) + 1 });
}

/** Wallets of a batch that several accounts have, of one venue or of more, by one tag or by none; with the venues. */
export async function contestedWallets(
  deposits: Model<DepositRecord>,
  batch: readonly DepositRecord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await deposits
    .find({ matchKey: { $in: [...new Set(batch.map(({ matchKey }) => matchKey))] } })
    .lean<DepositRecord[]>();
  const inForce = registrationsOf(found).filter(({ endedAt }) => endedAt === Infinity);
  return new Map(
    [...groupBy(inForce, ({ matchKey }) => matchKey)].flatMap(([key, claims]) => {
      const venues = [...new Set(claims.map(({ venueId }) => venueId))].sort();
      const isShared = claims.some((one) => claims.some((other) => areContested(one, other)));
      return isShared ? [[key, venues] as const] : [];
    }),
  );
}

/** Tells if arriving funds may be of either account: their tags do not tell them apart. */
const areContested = (one: Registration, other: Registration): boolean =>
  one.accountId !== other.accountId && (one.tag === other.tag || one.tag === null || other.tag === null);
