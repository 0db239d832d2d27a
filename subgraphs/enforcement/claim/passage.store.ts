import type { Model } from 'mongoose';
import { insertMissing } from '../insertMissing.store';
import type { PassageRecord } from './passage.record';

/** The only place that queries passages. */
export interface PassageStore {
  byIds(ids: readonly string[]): Promise<PassageRecord[]>;
  /** Stores those that are not there; the ids of these. */
  add(passages: readonly PassageRecord[]): Promise<ReadonlySet<string>>;
}

export function passageStore(passages: Model<PassageRecord>): PassageStore {
  return {
    byIds: (ids) => passages.find({ _id: { $in: [...ids] } }).lean<PassageRecord[]>(),
    add: (given) => insertMissing(passages, given),
  };
}
