import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import type { CrossingRecord } from './crossing.record';
import { type CrossingStore, placeKey } from './crossing.store';

/** Recorded crossings. */
export interface HasCrossings {
  /** A recorded crossing by the movements that it joins (`placeKey`). */
  readonly crossingByPlace: DataLoader<string, CrossingRecord | null>;
}

export const loadCrossings = (crossings: CrossingStore): HasCrossings => ({
  crossingByPlace: loadOne(
    (keys: readonly string[]) =>
      crossings.byOutSeqs([...new Set(keys.map((key) => Number(key.split(' ')[1])))]),
    placeKey,
  ),
});
