import DataLoader from 'dataloader';
import { maxBatchSize } from '../../../shared/batch/chunks';
import { groupByKeys } from '../../../shared/batch/groupByKeys';
import type { AccountRecord } from '../account/account.record';
import type { HasMeasures } from '../measure/measure.context';
import type { MeasureRecord } from '../measure/measure.record';
import type { Tenant } from '../rows/tenancy';
import type { HasVenues } from '../venue/venue.context';
import type { HasAccounts } from '../account/account.context';
import type { TracedAccountStore } from './tracedAccount.store';

/** An account that funds reached, with all that was ever known of its measures. */
export interface TracedAccount {
  /** Null: it is not registered, or not the tenant's. */
  readonly account: AccountRecord | null;
  readonly measureHistory: readonly MeasureRecord[];
}

/** The part of the context that frozen accounts use. */
export interface HasTracedAccounts {
  readonly stores: { readonly tracedAccounts: TracedAccountStore };
  /** By account. Reads its venue too, and fills the loaders of the three nouns. */
  readonly tracedById: DataLoader<string, TracedAccount>;
}

type Loaders = Pick<HasAccounts, 'accountById'> &
  Pick<HasMeasures, 'measureHistoryByAccount'> &
  Pick<HasVenues, 'venueById'>;

export function tracedAccountLoaders(
  { tracedAccounts }: HasTracedAccounts['stores'],
  tenant: Tenant,
  { accountById, measureHistoryByAccount, venueById }: Loaders,
): Omit<HasTracedAccounts, 'stores'> {
  const read = async (ids: readonly string[]): Promise<TracedAccount[]> => {
    const { accounts, measures, venues } = await tracedAccounts.byIds(tenant, ids);
    const found = new Map(accounts.map((account) => [account._id, account]));
    const histories = groupByKeys(measures, ({ accountId }) => [accountId]);
    for (const venue of venues) venueById.prime(venue._id, venue);
    return ids.map((id) => {
      const account = found.get(id) ?? null;
      const measureHistory = histories.get(id) ?? [];
      accountById.prime(id, account);
      measureHistoryByAccount.prime(id, measureHistory);
      return { account, measureHistory };
    });
  };
  return { tracedById: new DataLoader(read, { maxBatchSize }) };
}
