import DataLoader from 'dataloader';
import { loadMany } from '../../../shared/batch/loaders';
import type { Tenant } from '../rows/tenancy';
import { asKnownNow } from './known.rules';
import type { MeasureRecord } from './measure.record';
import type { MeasureStore } from './measure.store';

/** The part of the context that the resolvers of measures use. */
export interface HasMeasures {
  readonly stores: { readonly measures: MeasureStore };
  /** As they are known now. */
  readonly measuresByAccount: DataLoader<string, readonly MeasureRecord[]>;
  /** Also retracted ones: for knowledge at another time. */
  readonly measureHistoryByAccount: DataLoader<string, readonly MeasureRecord[]>;
}

export function measureLoaders(
  { measures }: HasMeasures['stores'],
  tenant: Tenant,
): Omit<HasMeasures, 'stores'> {
  const measureHistoryByAccount = loadMany(
    (ids: readonly string[]) => measures.byAccounts(tenant, ids),
    ({ accountId }) => [accountId],
  );
  return { measuresByAccount: knownNow(measureHistoryByAccount), measureHistoryByAccount };
}

/** The same rows as the history, without a read of their own. */
function knownNow(histories: HasMeasures['measureHistoryByAccount']) {
  return new DataLoader(
    async (ids: readonly string[]) =>
      (await histories.loadMany(ids)).map((found) => (found instanceof Error ? found : asKnownNow(found))),
    { maxBatchSize: 1_000 },
  );
}
