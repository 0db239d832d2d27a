import { assetOfId } from '../../../shared/caip/assets';
import { walletOfId } from '../../../shared/caip/wallet';
import type { Completeness } from '../../../shared/subgraph/completeness';
import { snapshotId } from '../tracing/traceId';
import type { TransferGraph } from '../tracing/engine/graph/transferGraph';
import type { AssetExposure } from '../tracing/engine/taint/exposureOf';
import type { ExposureRow } from '../tracing/engine/taint/tally';
import { ownerOfKey } from './claims.rules';
import type { AssetExposureType, ExposureType } from './exposure.type';
import { exposurePolicy } from './exposurePolicy';
import type { AskedExposure, ExposureFound } from './findExposure';

/** Returns an exposure as a client sees it. */
export function exposureView(
  { snapshot, assets, cut, hasMore }: ExposureFound,
  { direction, method }: AskedExposure,
  { wallets }: TransferGraph,
): ExposureType {
  return {
    direction,
    method,
    completeness: completenessOf(cut, hasMore),
    snapshot: snapshotId(snapshot),
    assets: assets.map(assetView),
    cut: cut.slice(0, exposurePolicy.namedCuts).map(({ asset, wallet, cause }) => ({
      wallet: walletOfId(wallets.idOf(wallet)),
      asset: assetOfId(asset),
      cause,
    })),
    cutCount: cut.length,
  };
}

function completenessOf(cut: ExposureFound['cut'], hasMore: boolean): Completeness {
  if (cut.some(({ cause }) => cause === 'BUDGET')) return 'BUDGET';
  if (cut.length > 0) return 'HUB_CUT';
  return hasMore ? 'HOP_LIMIT' : 'COMPLETE';
}

function assetView({
  asset,
  total,
  attributed,
  byOwner,
  byCategory,
  rest,
}: AssetExposure): AssetExposureType {
  const amountsOf = ({ amount, direct, indirect, contested }: ExposureRow) => ({
    amount,
    direct,
    indirect,
    contested,
    share: shareOf(amount, total),
  });
  return {
    asset: assetOfId(asset),
    total,
    attributed,
    actors: byOwner.map((row) => {
      const { actorId, label } = ownerOfKey(row.name);
      return { actor: actorId === null ? null : { id: actorId }, label, ...amountsOf(row) };
    }),
    categories: byCategory.map((row) => ({ category: row.name, ...amountsOf(row) })),
    rest: [...rest],
  };
}

const precision = 10n ** 15n;

/** Rounded downwards at 15 decimals. */
export const shareOf = (amount: bigint, total: bigint) =>
  total === 0n ? 0 : Number((amount * precision) / total) / Number(precision);
