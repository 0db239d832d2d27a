import type { Model } from 'mongoose';
import type { AccountStatusStore } from '../account/accountsByStatus';
import { ofTenant } from '../rows/tenancy';
import type { AccountStatusRecord } from './accountStatus.record';

/** As many rows are read one by one in the order of accounts, before it is better to read by time and to sort. */
const maxInOrder = 2_000;

/**
 * Counts come from the keys of indexes, and no row is read for them: what ends after an instant, but for what also begins
 * after it, has the status at that instant.
 */
export function accountStatusStore(rows: Model<AccountStatusRecord>): AccountStatusStore {
  return {
    async page(tenant, { status, at, venueId }, { first, after }) {
      const mine = ofTenant(tenant).venueId;
      if (mine !== undefined && venueId !== null && mine !== venueId)
        return { rows: [], hasNextPage: false, totalCount: 0 };
      const venue = mine ?? venueId;
      const scope = { ...(venue === null ? {} : { venueId: venue }), status };
      const [ending, beginning, all] = await Promise.all([
        rows.countDocuments({ ...scope, to: { $gt: at } }),
        rows.countDocuments({ ...scope, from: { $gt: at } }),
        rows.countDocuments(scope),
      ]);
      const totalCount = ending - beginning;
      if (totalCount === 0) return { rows: [], hasNextPage: false, totalCount };
      const prefix = venue === null ? { status: 1 } : { venueId: 1, status: 1 };
      const inOrder = ((first + 1) * all) / totalCount <= maxInOrder;
      const byTime = ending <= all - beginning ? { to: 1 } : { from: 1 };
      const found = await rows
        .find({
          ...scope,
          from: { $lte: at },
          to: { $gt: at },
          ...(after === null ? {} : { accountId: { $gt: after } }),
        })
        .select({ accountId: 1 })
        .sort({ accountId: 1 })
        .limit(first + 1)
        .hint({ ...prefix, ...(inOrder ? { accountId: 1 } : byTime) })
        .lean<Pick<AccountStatusRecord, 'accountId'>[]>();
      const ids = found.map(({ accountId }) => accountId);
      return { rows: ids.slice(0, first), hasNextPage: ids.length > first, totalCount };
    },
  };
}
