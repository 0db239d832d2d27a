/** A movement of funds, as far as a search looks at it. Of a UTXO transaction: one input's way to one output. */
export interface Movement {
  /** Names it: equal for the ways from several inputs to one output. */
  readonly seq: number;
  readonly fromId: string;
  readonly toId: string;
  readonly asset: string;
  readonly at: number;
  readonly amount: string;
}

/** That funds went on from one movement with another, of another asset: by their seqs. */
export interface RecordedCrossing {
  readonly inSeq: number;
  readonly outSeq: number;
}

/** A wallet that an actor held, and the times between which funds that left it were the actor's. */
export interface OwnedWallet {
  readonly actorId: string;
  readonly walletId: string;
  readonly from: number;
  readonly until: number;
}

/** A small world, with everything that decides a search written down. */
export interface World {
  readonly movements: readonly Movement[];
  readonly starts: readonly OwnedWallet[];
  readonly custodial: ReadonlySet<string>;
  /** The deposit wallets that end no path, where only funds that arrived before `before` count. */
  readonly claimed?: ReadonlySet<string>;
  readonly before?: number;
  readonly hubs: ReadonlySet<string>;
  readonly crossings?: readonly RecordedCrossing[];
  readonly maxHops: number;
}

export interface OracleAnswer {
  /** By `<deposit wallet> <actor>`: the seqs of the best path's movements. */
  readonly best: ReadonlyMap<string, readonly number[]>;
  readonly hubsMet: ReadonlySet<string>;
  /** The number of movements of the longest path. */
  readonly longest: number;
}

interface Path {
  readonly start: OwnedWallet;
  readonly movements: readonly Movement[];
}

/**
 * Returns the expected result of a search, by walking every path: no levels, no labels, and nothing omitted
 * for being worse than something else. A path uses no movement twice. For worlds of a dozen movements.
 */
export function everyPath(world: World): OracleAnswer {
  const best = new Map<string, Path>();
  const hubsMet = new Set<string>();
  let longest = 0;
  const walk = (path: Path): void => {
    const { start, movements } = path;
    longest = Math.max(longest, movements.length);
    const last = movements.at(-1);
    const here = last?.toId ?? start.walletId;
    const isClaimed = world.claimed?.has(here) ?? false;
    const isInTime = !isClaimed || (last?.at ?? -Infinity) < (world.before ?? Infinity);
    if (world.custodial.has(here) && isInTime) {
      const key = `${here} ${start.actorId}`;
      const known = best.get(key);
      if (!known || compare(path.movements, known.movements) < 0) best.set(key, path);
    }
    if (movements.length >= world.maxHops) return;
    for (const next of crossedTo(world, last)) {
      if (!movements.some(({ seq }) => seq === next.seq)) walk({ start, movements: [...movements, next] });
    }
    if (world.custodial.has(here) && !isClaimed) return;
    if (world.hubs.has(here)) {
      hubsMet.add(here);
      return;
    }
    for (const movement of world.movements) {
      if (mayFollow(path, here, movement)) walk({ start, movements: [...movements, movement] });
    }
  };
  for (const start of world.starts) walk({ start, movements: [] });
  return {
    best: new Map([...best].map(([key, { movements }]) => [key, movements.map(({ seq }) => seq)])),
    hubsMet,
    longest,
  };
}

/**
 * Returns the movements with which funds went on, as recorded: whoever owns the wallets between, and hubs or
 * not.
 */
function crossedTo(
  { movements, crossings = [] }: Pick<World, 'movements' | 'crossings'>,
  last: Movement | undefined,
): Movement[] {
  if (!last) return [];
  const outSeqs = new Set(crossings.filter(({ inSeq }) => inSeq === last.seq).map(({ outSeq }) => outSeq));
  return [...outSeqs].flatMap((outSeq) => {
    const next = movements.find(
      ({ seq, fromId, toId, amount }) => seq === outSeq && fromId !== toId && amount !== '0',
    );
    return next && next.asset !== last.asset && next.at >= last.at ? [next] : [];
  });
}

function mayFollow({ start, movements }: Path, here: string, movement: Movement): boolean {
  if (movement.fromId !== here || movement.toId === here || movement.amount === '0') return false;
  const last = movements.at(-1);
  if (!last) return start.from <= movement.at && movement.at <= start.until;
  return last.at <= movement.at && last.asset === movement.asset && !movements.includes(movement);
}

/** Fewest hops; then, from the last movement back to the first, the earlier time and the smaller seq. */
function compare(one: readonly Movement[], other: readonly Movement[]): number {
  if (one.length !== other.length) return one.length - other.length;
  for (let i = one.length - 1; i >= 0; i--) {
    const [a, b] = [one[i]!, other[i]!];
    if (a.at !== b.at) return a.at - b.at;
    if (a.seq !== b.seq) return a.seq - b.seq;
  }
  return 0;
}

export interface PathWorld {
  readonly movements: readonly Movement[];
  readonly from: string;
  readonly to: string;
  readonly hubs: ReadonlySet<string>;
  readonly crossings?: readonly RecordedCrossing[];
  readonly maxHops: number;
}

/**
 * Every path between two wallets that comes to no wallet twice in one asset and through no hub (but by a crossing), best
 * first. It ends where it first comes to the target.
 */
export function pathsBetween({
  movements,
  from,
  to,
  hubs,
  crossings = [],
  maxHops,
}: PathWorld): Movement[][] {
  const found: Movement[][] = [];
  const walk = (path: readonly Movement[]): void => {
    const here = path.at(-1)?.toId ?? from;
    if (path.length > 0 && here === to) {
      found.push([...path]);
      return;
    }
    if (path.length >= maxHops) return;
    const last = path.at(-1);
    const [first] = path;
    const been = new Set(path.map(({ toId, asset }) => `${toId} ${asset}`));
    if (first) been.add(`${from} ${first.asset}`);
    for (const next of crossedTo({ movements, crossings }, last)) {
      if (!been.has(`${next.toId} ${next.asset}`)) walk([...path, next]);
    }
    if (path.length > 0 && hubs.has(here)) return;
    for (const movement of movements) {
      const { fromId, toId, at, asset, amount } = movement;
      if (fromId !== here || toId === here || been.has(`${toId} ${asset}`) || amount === '0') continue;
      if (last && (last.at > at || last.asset !== asset)) continue;
      walk([...path, movement]);
    }
  };
  walk([]);
  return found.sort(compare);
}
