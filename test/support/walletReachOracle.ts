import type { Movement, RecordedCrossing } from './tracingOracle';

export interface WalletReachWorld {
  readonly movements: readonly Movement[];
  readonly crossings?: readonly RecordedCrossing[];
  readonly wallet: string;
  readonly direction: 'IN' | 'OUT';
  readonly custodial: ReadonlySet<string>;
  readonly hubs: ReadonlySet<string>;
  readonly maxHops: number;
  /** Only movements up to then. */
  readonly until: number;
}

export interface WalletReachFound {
  /** By wallet: the fewest hops to it. */
  readonly fewest: ReadonlyMap<string, number>;
  /** Hubs that a way of fewer hops than the most came to. */
  readonly hubsMet: ReadonlySet<string>;
  readonly longest: number;
}

/** Returns the expected reach from a wallet, by walking every path: with the time, or against it. */
export function everyWallet(world: WalletReachWorld): WalletReachFound {
  const { wallet, direction, custodial, hubs, maxHops, until } = world;
  const isOut = direction === 'OUT';
  const movements = world.movements.filter(
    ({ at, amount, fromId, toId }) => at <= until && amount !== '0' && fromId !== toId,
  );
  const near = (movement: Movement) => (isOut ? movement.fromId : movement.toId);
  const far = (movement: Movement) => (isOut ? movement.toId : movement.fromId);
  const isInTime = (last: Movement, next: Movement) => (isOut ? last.at <= next.at : next.at <= last.at);
  const fewest = new Map<string, number>();
  const hubsMet = new Set<string>();
  let longest = 0;
  const crossed = (last: Movement) => {
    const seqs = (world.crossings ?? [])
      .filter(({ inSeq, outSeq }) => (isOut ? inSeq : outSeq) === last.seq)
      .map(({ inSeq, outSeq }) => (isOut ? outSeq : inSeq));
    return movements.filter(
      (next) => seqs.includes(next.seq) && next.asset !== last.asset && isInTime(last, next),
    );
  };
  const walk = (way: readonly Movement[]): void => {
    longest = Math.max(longest, way.length);
    const last = way.at(-1);
    const here = last ? far(last) : wallet;
    if (here !== wallet) fewest.set(here, Math.min(way.length, fewest.get(here) ?? Infinity));
    if (way.length >= maxHops) return;
    const go = (next: Movement) => {
      if (!way.some(({ seq }) => seq === next.seq)) walk([...way, next]);
    };
    if (last) crossed(last).forEach(go);
    if (here !== wallet && custodial.has(here)) return;
    if (here !== wallet && hubs.has(here)) {
      hubsMet.add(here);
      return;
    }
    for (const next of movements) {
      const follows = !last || (last.asset === next.asset && isInTime(last, next));
      if (near(next) === here && follows) go(next);
    }
  };
  walk([]);
  return { fewest, hubsMet, longest };
}
