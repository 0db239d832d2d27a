import type { Model } from 'mongoose';
import { tracePolicy } from '../tracing/tracePolicy';
import type { WalletActivityRecord } from './walletActivity.record';

/** The place in `counterparties` that is filled in a hub, and in no other wallet. */
export const lastPlace = `counterparties.${tracePolicy.hubCounterparties - 1}`;

/** The only place that reads which wallets were seen in transfers. */
export interface WalletActivityStore {
  /** The wallets seen with these keys: an EVM address on each chain where it was seen. */
  seen(matchKeys: readonly string[]): Promise<Pick<WalletActivityRecord, '_id' | 'matchKey'>[]>;
  /** Those of the wallets that are hubs. */
  hubs(walletIds: readonly string[]): Promise<string[]>;
}

export function walletActivityStore(activity: Model<WalletActivityRecord>): WalletActivityStore {
  return {
    seen: (matchKeys) =>
      activity
        .find({ matchKey: { $in: [...matchKeys] } }, { matchKey: 1 })
        .sort({ _id: 1 })
        .lean<Pick<WalletActivityRecord, '_id' | 'matchKey'>[]>(),
    async hubs(walletIds) {
      const hubs = await activity
        .find({ _id: { $in: [...walletIds] }, [lastPlace]: { $exists: true } }, { _id: 1 })
        .lean<Pick<WalletActivityRecord, '_id'>[]>();
      return hubs.map(({ _id }) => _id);
    },
  };
}
