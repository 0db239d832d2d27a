import type { Model, QueryFilter } from 'mongoose';
import { countOnDemand } from '../../../shared/pagination/page';
import type { AccountStatusStore } from '../account/accountsByStatus';
import { ofTenant } from '../rows/tenancy';
import type { AccountStatus } from '../vocabulary/measureKinds';
import type { AccountStatusRecord } from './accountStatus.record';

/** As many rows are read in the order of accounts, before it is better to read by time and to sort. */
const maxInOrder = 2_000;

/** The rows asked for: those of a status, at a venue or at all, at an instant, behind an account. */
interface Wanted {
  readonly scope: { readonly status: AccountStatus; readonly venueId?: string };
  readonly at: Date;
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Returns the store of account statuses. A page is read in the order of accounts, so that it costs only its
 * own rows. Counts come from the keys of indexes, without reading a row. Intervals that end after an instant,
 * less those that also begin after it, have the status at that instant.
 */
export function accountStatusStore(rows: Model<AccountStatusRecord>): AccountStatusStore {
  return {
    async page(tenant, { status, at, venueId }, { first, after }) {
      const mine = ofTenant(tenant).venueId;
      if (mine !== undefined && venueId !== null && mine !== venueId)
        return { rows: [], hasNextPage: false, totalCount: 0 };
      const venue = mine ?? venueId;
      const scope = { ...(venue === null ? {} : { venueId: venue }), status };
      const wanted = { scope, at, after, limit: first + 1 };
      const ids = (await readInOrder(rows, wanted)) ?? (await readFitting(rows, wanted));
      return {
        rows: ids.slice(0, first),
        hasNextPage: ids.length > first,
        totalCount: countOnDemand(() => countAt(rows, wanted)),
      };
    },
  };
}

/** Reads account by account, more rows at a time the fewer fit; null where too many in between do not fit. */
async function readInOrder(
  rows: Model<AccountStatusRecord>,
  { scope, at, after, limit }: Wanted,
): Promise<string[] | null> {
  const ids: string[] = [];
  let last = after;
  for (let read = 0, size = 2 * limit; read < maxInOrder; read += size, size *= 4) {
    const found = await rows
      .find({ ...scope, ...behind(last) })
      .select({ accountId: 1, from: 1, to: 1 })
      .sort({ accountId: 1 })
      .limit(size)
      .hint({ ...prefixOf(scope), accountId: 1 })
      .lean<AccountStatusRecord[]>();
    // The intervals of one account are not split: what follows begins behind the last account that was read whole.
    const isAll = found.length < size;
    const end = found.at(-1)?.accountId;
    const whole = isAll ? found : found.filter(({ accountId }) => accountId !== end);
    ids.push(...whole.filter(({ from, to }) => from <= at && to > at).map(({ accountId }) => accountId));
    if (isAll || ids.length >= limit) return ids.slice(0, limit);
    last = whole.at(-1)?.accountId ?? last;
  }
  return null;
}

/** Lets the store find what fits: in the order of accounts where enough do, else by time, on the side with fewer rows. */
async function readFitting(
  rows: Model<AccountStatusRecord>,
  { scope, at, after, limit }: Wanted,
): Promise<string[]> {
  const [ending, beginning, all] = await Promise.all([
    rows.countDocuments({ ...scope, to: { $gt: at } }),
    rows.countDocuments({ ...scope, from: { $lte: at } }),
    rows.countDocuments(scope),
  ]);
  const fitting = ending + beginning - all;
  const byTime = ending <= beginning ? { to: 1 } : { from: 1 };
  const found = await rows
    .find({ ...scope, from: { $lte: at }, to: { $gt: at }, ...behind(after) })
    .select({ accountId: 1 })
    .sort({ accountId: 1 })
    .limit(limit)
    .hint({ ...prefixOf(scope), ...(limit * all <= maxInOrder * fitting ? { accountId: 1 } : byTime) })
    .lean<Pick<AccountStatusRecord, 'accountId'>[]>();
  return found.map(({ accountId }) => accountId);
}

async function countAt(rows: Model<AccountStatusRecord>, { scope, at }: Wanted): Promise<number> {
  const [ending, beginning] = await Promise.all([
    rows.countDocuments({ ...scope, to: { $gt: at } }),
    rows.countDocuments({ ...scope, from: { $gt: at } }),
  ]);
  return ending - beginning;
}

const behind = (after: string | null): QueryFilter<AccountStatusRecord> =>
  after === null ? {} : { accountId: { $gt: after } };

const prefixOf = (scope: Wanted['scope']): Record<string, 1> =>
  scope.venueId === undefined ? { status: 1 } : { venueId: 1, status: 1 };
