import type { CrossingKind } from './crossing.record';

/** The fields of a movement that a rule examines. */
export interface CrossedMovement {
  readonly seq: number;
  readonly at: Date;
  /** CAIP-19: it names the chain. */
  readonly asset: string;
  /** Base units, a decimal. */
  readonly amount: string;
  readonly payerIds: readonly string[];
  readonly toId: string;
}

/**
 * Returns the reason why funds cannot have crossed from one movement to another in this manner; null where
 * they can.
 */
export function crossingProblem(
  kind: CrossingKind,
  before: CrossedMovement,
  after: CrossedMovement,
): string | null {
  if (before.seq === after.seq) return 'in and out are one movement';
  for (const [side, movement] of [
    ['in', before],
    ['out', after],
  ] as const) {
    if (movement.amount === '0') return `${side}: it moves nothing`;
    if (movement.payerIds.every((payer) => payer === movement.toId)) {
      return `${side}: it moves nothing from one wallet to another`;
    }
  }
  if (after.at < before.at) {
    return `out (${after.at.toISOString()}) is earlier than in (${before.at.toISOString()})`;
  }
  const staysOnChain = chainOf(before) === chainOf(after);
  if (kind === 'BRIDGE') {
    return staysOnChain ? 'a BRIDGE leads to another chain; another asset of the same chain is a SWAP' : null;
  }
  if (!staysOnChain) return 'a SWAP stays on its chain; what leads to another chain is a BRIDGE';
  return before.asset === after.asset ? 'in and out are of one asset: nothing is swapped' : null;
}

const chainOf = ({ asset }: CrossedMovement): string => asset.slice(0, asset.indexOf('/'));

/** Returns the hops after the last crossing of a path: its movements are of one asset. */
export function sinceLastCrossing<Hop extends { readonly asset: unknown }>(
  hops: readonly Hop[],
  assetOf: (hop: Hop) => string,
): readonly Hop[] {
  const asset = hops.map(assetOf).at(-1);
  let first = hops.length;
  for (let hop = hops[first - 1]; hop && assetOf(hop) === asset; hop = hops[first - 1]) first--;
  return hops.slice(first);
}
