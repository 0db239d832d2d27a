import type { Collection } from 'mongoose';
import { chunksOfStream } from '../../../shared/batch/chunks';
import type { MeasureRecord } from '../measure/measure.record';
import type { AccountStatusRecord } from './accountStatus.record';
import { storedIds } from '../../../shared/mongo/insertRows';
import { replaceOlder, writeNew } from '../projection/writeNewer.store';
import type { StatusGrounds } from './statusIntervals.rules';

/**
 * The rows of account statuses as documents, and the rows that they are made of. The only place that writes
 * them.
 */
export interface AccountStatusRows {
  /** The accounts that measures are on now, or were on before a correction. */
  accountsOf(measureIds: readonly string[]): Promise<string[]>;
  /** With the last event that any of it reflects. */
  grounds(accountIds: readonly string[]): Promise<(StatusGrounds & { readonly latest: number })[]>;
  stored(accountIds: readonly string[]): Promise<Map<string, AccountStatusRecord[]>>;
  /** Writes rows, each unless the stored one reflects as much: of an account always the last interval first. */
  write(rows: readonly AccountStatusRecord[]): Promise<void>;
  /** Replaces all rows of an account: only for a rebuild. */
  exchange(accountId: string, rows: readonly AccountStatusRecord[]): Promise<void>;
  /** Every account that is registered or has rows, in groups. */
  accountIds(groupSize: number): AsyncGenerator<string[]>;
}

/** The facts of an account from which its statuses are made. */
interface StatusAccount {
  readonly _id: string;
  readonly venueId: string;
  readonly retracted: boolean;
  readonly sequence: number;
}

interface Collections {
  readonly accounts: Collection<StatusAccount>;
  readonly measures: Collection<MeasureRecord>;
  readonly accountStatuses: Collection<AccountStatusRecord>;
}

export function accountStatusRowsStore(collections: Collections): AccountStatusRows {
  const { measures, accountStatuses } = collections;
  return {
    async accountsOf(measureIds) {
      const fields = { projection: { accountId: 1, formerAccountIds: 1 } };
      const found = await measures.find({ _id: { $in: [...measureIds] } }, fields).toArray();
      return found.flatMap(({ accountId, formerAccountIds }) => [accountId, ...(formerAccountIds ?? [])]);
    },
    grounds: (accountIds) => readGrounds(collections, accountIds),
    async stored(accountIds) {
      const rows = new Map<string, AccountStatusRecord[]>(accountIds.map((id) => [id, []]));
      for await (const row of accountStatuses.find({ accountId: { $in: [...accountIds] } }))
        rows.get(row.accountId)?.push(row);
      return rows;
    },
    write: (rows) => writeRows(accountStatuses, rows),
    async exchange(accountId, rows) {
      await accountStatuses.deleteMany({ accountId });
      if (rows.length > 0) await accountStatuses.insertMany([...rows]);
    },
    accountIds: (groupSize) => allAccountIds(collections, groupSize),
  };
}

/**
 * Writes the intervals of accounts, the latest first: an account is never read without the interval that it is in now. New
 * intervals are the latest, so they are inserted first. Then each round replaces one interval of each account.
 */
async function writeRows(
  documents: Collection<AccountStatusRecord>,
  rows: readonly AccountStatusRecord[],
): Promise<void> {
  const lastFirst = [...rows].sort((a, b) => placeOf(b) - placeOf(a));
  const there = await storedIds(
    { collection: documents },
    rows.map(({ _id }) => _id),
  );
  await writeNew(
    documents,
    lastFirst.filter(({ _id }) => !there.has(_id)),
  );
  const rounds = new Map<number, AccountStatusRecord[]>();
  for (const row of lastFirst) {
    if (!there.has(row._id)) continue;
    const round = rounds.get(placeOf(row));
    if (round) round.push(row);
    else rounds.set(placeOf(row), [row]);
  }
  for (const round of rounds.values()) await replaceOlder(documents, round);
}

/** The place of a row among those of its account, the last part of its id. */
const placeOf = ({ _id }: AccountStatusRecord) => Number(_id.slice(_id.lastIndexOf(' ') + 1));

async function readGrounds(
  { accounts, measures }: Collections,
  accountIds: readonly string[],
): ReturnType<AccountStatusRows['grounds']> {
  const ids = [...accountIds];
  const fields = { accountId: 1, kind: 1, from: 1, to: 1, retracted: 1, sequence: 1 };
  const [known, found, moved] = await Promise.all([
    accounts.find({ _id: { $in: ids } }, { projection: { venueId: 1, retracted: 1, sequence: 1 } }).toArray(),
    measures.find({ accountId: { $in: ids } }, { projection: fields }).toArray(),
    measures
      .find({ formerAccountIds: { $in: ids } }, { projection: { formerAccountIds: 1, sequence: 1 } })
      .toArray(),
  ]);
  const byId = new Map(known.map((account) => [account._id, account]));
  const onAccount = new Map<string, MeasureRecord[]>(ids.map((id) => [id, []]));
  for (const measure of found) onAccount.get(measure.accountId)?.push(measure);
  return ids.map((accountId) => {
    const account = byId.get(accountId);
    const own = onAccount.get(accountId) ?? [];
    const former = moved.filter(({ formerAccountIds }) => formerAccountIds?.includes(accountId));
    return {
      accountId,
      venueId: account && !account.retracted ? account.venueId : undefined,
      measures: own,
      former: former.length,
      latest: Math.max(account?.sequence ?? 0, ...[...own, ...former].map(({ sequence }) => sequence)),
    };
  });
}

async function* allAccountIds(
  { accounts, accountStatuses }: Collections,
  groupSize: number,
): AsyncGenerator<string[]> {
  const registered = accounts.find({}, { projection: { _id: 1 } }).sort({ _id: 1 });
  for await (const group of chunksOfStream(registered, groupSize)) yield group.map(({ _id }) => _id);
  const first = accountStatuses.find({ _id: / 0$/ }, { projection: { accountId: 1 } });
  for await (const rows of chunksOfStream(first, groupSize)) {
    const group = rows.map(({ accountId }) => accountId);
    const known = await accounts.find({ _id: { $in: group } }, { projection: { _id: 1 } }).toArray();
    const seen = new Set(known.map(({ _id }) => _id));
    const unknown = group.filter((id) => !seen.has(id));
    if (unknown.length > 0) yield unknown;
  }
}
