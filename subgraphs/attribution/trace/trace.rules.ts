import { assetOfId } from '../../../shared/caip/assets';
import { walletOfId } from '../../../shared/caip/wallet';
import { tracePolicy } from '../tracing/tracePolicy';
import { hopView, type NamedMovement } from './namedMovement';
import type { TraceView } from './trace.type';
import { snapshotId, type TraceFacts, traceIdOf } from './traceId';

/** What a client sees of a trace. Expects its hops whole and in order (`isPath`). */
export function traceView(facts: TraceFacts, hops: readonly NamedMovement[]): TraceView {
  const [first] = hops;
  const payers = payersAlong(facts, hops);
  return {
    id: traceIdOf(facts),
    hops: hops.map((hop, i) => hopView(hop, payers[i] ?? hop.toId)),
    from: walletOfId(payers[0] ?? facts.walletId),
    to: walletOfId(facts.walletId),
    amount: smallest(hops.map(({ amount }) => BigInt(amount))),
    asset: first ? assetOfId(first.asset) : null,
    completeness: facts.completeness,
    snapshot: snapshotId(facts.snapshot),
    illustrative: hops.some(({ illustrative }) => illustrative),
  };
}

export const smallest = (amounts: readonly bigint[]): bigint | null =>
  amounts.length === 0 ? null : amounts.reduce((least, amount) => (amount < least ? amount : least));

/** Where the way stood before each hop: its start, then where the hop before arrived. */
function payersAlong({ startId }: Pick<TraceFacts, 'startId'>, hops: readonly NamedMovement[]): string[] {
  return hops.map((hop, i) => hops[i - 1]?.toId ?? startId ?? hop.payerIds[0] ?? '');
}

/** Whether movements are a path that funds can have taken: each leaves where the one before arrived, and not earlier. */
export function isPath(hops: readonly NamedMovement[], { snapshot, walletId, startId }: TraceFacts): boolean {
  const payers = payersAlong({ startId }, hops);
  return (
    (hops.at(-1)?.toId ?? walletId) === walletId &&
    hops.length <= tracePolicy.maxHops &&
    hops.every((hop, i) => {
      const before = hops[i - 1];
      const payer = payers[i] ?? '';
      const follows = !before || (before.asset === hop.asset && before.at <= hop.at);
      const isKnown = i > 0 || startId !== null || hop.payerIds.length === 1;
      return (
        follows &&
        isKnown &&
        hop.payerIds.includes(payer) &&
        hop.amount !== '0' &&
        payer !== hop.toId &&
        hop.seq <= snapshot
      );
    })
  );
}
