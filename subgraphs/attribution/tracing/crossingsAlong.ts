import type { CrossingRecord } from '../crossing/crossing.record';
import { placeKey } from '../crossing/crossing.store';
import type { NamedMovement } from '../transfer/namedMovement';

/** Finds a crossing by the movements that it joins (`placeKey`). */
interface CrossingsByPlace {
  load(key: string): Promise<CrossingRecord | null>;
}

/**
 * Returns, by hop of a path, the recorded crossing by which it follows the one before. Null where it follows
 * within its asset, or where no crossing is recorded. A hop of another asset can follow only by a crossing.
 */
export function crossingsAlong(
  hops: readonly NamedMovement[],
  crossings: CrossingsByPlace,
): Promise<(CrossingRecord | null)[]> {
  return Promise.all(
    hops.map(async (hop, i) => {
      const before = hops[i - 1];
      if (!before || before.asset === hop.asset) return null;
      return crossings.load(placeKey({ inSeq: before.seq, outSeq: hop.seq }));
    }),
  );
}
