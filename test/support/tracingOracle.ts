import type { Movement, Start } from '../../subgraphs/attribution/tracing/label';

/** A small world, with everything that decides a search written down. */
export interface World {
  readonly movements: readonly Movement[];
  readonly starts: readonly Start[];
  readonly custodial: ReadonlySet<string>;
  readonly hubs: ReadonlySet<string>;
  readonly maxHops: number;
}

export interface OracleAnswer {
  /** By `<deposit wallet> <actor>`: the ids of the best path's movements. */
  readonly best: ReadonlyMap<string, readonly string[]>;
  readonly hubsMet: boolean;
}

interface Path {
  readonly start: Start;
  readonly movements: readonly Movement[];
}

/**
 * What a search must find, by walking every path there is: no levels, no labels, nothing left out for being worse than
 * something else. A path uses no movement twice. For worlds of a dozen movements.
 */
export function everyPath(world: World): OracleAnswer {
  const best = new Map<string, Path>();
  let hubsMet = false;
  const walk = (path: Path): void => {
    const { start, movements } = path;
    const last = movements.at(-1);
    const here = last?.toId ?? start.walletId;
    if (world.custodial.has(here)) {
      const key = `${here} ${start.actorId}`;
      const known = best.get(key);
      if (!known || isBetter(path, known)) best.set(key, path);
    }
    if (world.custodial.has(here) || movements.length >= world.maxHops) return;
    if (world.hubs.has(here)) {
      hubsMet = true;
      return;
    }
    for (const movement of world.movements) {
      if (mayFollow(path, here, movement)) walk({ start, movements: [...movements, movement] });
    }
  };
  for (const start of world.starts) walk({ start, movements: [] });
  return {
    best: new Map([...best].map(([key, { movements }]) => [key, movements.map(({ _id }) => _id)])),
    hubsMet,
  };
}

function mayFollow({ start, movements }: Path, here: string, movement: Movement): boolean {
  const at = movement.at.getTime();
  const last = movements.at(-1);
  if (movement.fromId !== here || movement.toId === here || movement.amount === '0') return false;
  if (!last) return start.from <= at && at <= start.until;
  return last.at.getTime() <= at && last.asset === movement.asset && !movements.includes(movement);
}

/** Fewest hops; then, from the last movement back to the first, the earlier time and the smaller id. */
function isBetter(one: Path, other: Path): boolean {
  if (one.movements.length !== other.movements.length) return one.movements.length < other.movements.length;
  for (let i = one.movements.length - 1; i >= 0; i--) {
    const a = one.movements[i];
    const b = other.movements[i];
    if (!a || !b || a === b) continue;
    if (a.at.getTime() !== b.at.getTime()) return a.at < b.at;
    return a._id < b._id;
  }
  return false;
}
