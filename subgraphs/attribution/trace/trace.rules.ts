import type { TransferRecord } from '../transfer/transfer.record';
import { assetOfId } from '../../../shared/caip/assets';
import { walletOfId } from '../../../shared/caip/wallet';
import { movementView } from '../transfer/transfer.view';
import { tracePolicy } from '../tracing/tracePolicy';
import type { TraceView } from './trace.type';
import { snapshotId, type TraceFacts, traceIdOf } from './traceId';

/** What a client sees of a trace. Expects its hops whole and in order (`isPath`). */
export function traceView(facts: TraceFacts, hops: readonly TransferRecord[]): TraceView {
  const [first] = hops;
  return {
    id: traceIdOf(facts),
    hops: hops.map(movementView),
    from: walletOfId(first?.fromId ?? facts.walletId),
    to: walletOfId(facts.walletId),
    amount: smallest(hops.map(({ amount }) => BigInt(amount))),
    asset: first ? assetOfId(first.asset) : null,
    completeness: facts.completeness,
    snapshot: snapshotId(facts.snapshot),
    illustrative: hops.some(({ illustrative }) => illustrative),
  };
}

const smallest = (amounts: readonly bigint[]): bigint | null =>
  amounts.length === 0 ? null : amounts.reduce((least, amount) => (amount < least ? amount : least));

/** Whether transfers are a path that funds can have taken: each leaves where the one before arrived, and not earlier. */
export function isPath(hops: readonly TransferRecord[], { snapshot, walletId }: TraceFacts): boolean {
  return (
    (hops.at(-1)?.toId ?? walletId) === walletId &&
    hops.length <= tracePolicy.maxHops &&
    hops.every((hop, i) => {
      const before = hops[i - 1];
      const follows =
        !before || (before.toId === hop.fromId && before.asset === hop.asset && before.at <= hop.at);
      return follows && hop.amount !== '0' && hop.fromId !== hop.toId && hop.seq <= snapshot;
    })
  );
}
