import { assetOfId } from '../../../shared/caip/assets';
import { walletOfId } from '../../../shared/caip/wallet';
import type { CrossingRecord } from '../crossing/crossing.record';
import { crossingProblem, sinceLastCrossing } from '../crossing/crossing.rules';
import { tracePolicy } from './engine/tracePolicy';
import type { TraceView } from './trace.type';
import { snapshotId, type TraceFacts, traceIdOf } from './traceId';
import { hopView } from './hop.view';
import type { NamedMovement } from '../transfer/namedMovement';

/** The movements of a trace, and by hop the crossing by which it follows the one before (`crossingsAlong`). */
export interface TraceHops {
  readonly hops: readonly NamedMovement[];
  readonly crossings: readonly (CrossingRecord | null)[];
}

/** Returns a trace as a client sees it. Expects its hops whole and in order (`isPath`). */
export function traceView(facts: TraceFacts, way: TraceHops): TraceView {
  const { hops, crossings } = way;
  const payers = payersAlong(facts, way);
  const last = sinceLastCrossing(hops, ({ asset }) => asset);
  const [first] = last;
  return {
    id: traceIdOf(facts),
    hops: hops.map((hop, i) => hopView(hop, payers[i] ?? hop.toId, crossings[i] ?? null)),
    from: walletOfId(payers[0] ?? facts.walletId),
    to: walletOfId(facts.walletId),
    amount: smallest(last.map(({ amount }) => BigInt(amount))),
    asset: first ? assetOfId(first.asset) : null,
    completeness: facts.completeness,
    snapshot: snapshotId(facts.snapshot),
    illustrative: [...hops, ...crossings].some((fact) => fact?.illustrative === true),
  };
}

export const smallest = (amounts: readonly bigint[]): bigint | null =>
  amounts.length === 0 ? null : amounts.reduce((least, amount) => (amount < least ? amount : least));

/**
 * Returns the place of the path before each hop: its start, then the arrival of the hop before, or the payer
 * after a crossing.
 */
export function payersAlong(
  { startId }: Pick<TraceFacts, 'startId'>,
  { hops, crossings }: TraceHops,
): string[] {
  return hops.map((hop, i) => {
    if (crossings[i]) return hop.payerIds.find((payer) => payer !== hop.toId) ?? '';
    return hops[i - 1]?.toId ?? startId ?? hop.payerIds[0] ?? '';
  });
}

/**
 * Tells if movements are a path that funds can have taken. Each leaves where the one before arrived, in the
 * same asset, or follows it by a crossing that was recorded by then. None is earlier than the one before.
 */
export function isPath(way: TraceHops, { snapshot, walletId, startId }: TraceFacts): boolean {
  const { hops, crossings } = way;
  const payers = payersAlong({ startId }, way);
  return (
    (hops.at(-1)?.toId ?? walletId) === walletId &&
    hops.length <= tracePolicy.maxHops &&
    hops.every((hop, i) => {
      const before = hops[i - 1];
      const crossing = crossings[i];
      const payer = payers[i] ?? '';
      const isKnown = i > 0 || startId !== null || hop.payerIds.length === 1;
      const follows =
        !before ||
        (crossing
          ? crossing.seq <= snapshot && crossingProblem(crossing.kind, before, hop) === null
          : before.asset === hop.asset && before.at <= hop.at);
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
