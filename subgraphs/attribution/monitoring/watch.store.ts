import type { Model } from 'mongoose';
import { CordonError } from '../../../shared/errors/cordonError';
import { insertNew } from '../../../shared/mongo/insertRows';
import type { WatchRecord } from './watch.record';

/** The only place that reads and writes watches. All but the evaluation is confined to one feed. */
export interface WatchStore {
  /**
   * Stores it, and answers null; or what is there under its id already, in its feed.
   * @throws CordonError WATCH_KEY_TAKEN where another feed has the id: what is there is not told
   */
  add(watch: WatchRecord): Promise<WatchRecord | null>;
  byId(id: string, feed: string): Promise<WatchRecord | null>;
  /** By id, from after one. */
  page(feed: string, after: string | null, limit: number): Promise<WatchRecord[]>;
  countActive(feed: string): Promise<number>;
  /** Ends it, where it is not ended. */
  end(id: string, feed: string, at: Date): Promise<void>;
  /** Some that were last evaluated after other news than these, the longest ago first; none of those that are named. */
  due(news: string, but: readonly string[]): Promise<WatchRecord[]>;
  noteChecked(id: string, news: string, at: Date): Promise<void>;
}

const dueAtOnce = 50;

export function watchStore(watches: Model<WatchRecord>): WatchStore {
  const byId = (id: string, feed: string) => watches.findOne({ _id: id, feed }).lean<WatchRecord>();
  return {
    byId,
    async add(watch) {
      const taken = await insertNew(watches, [watch]);
      if (taken.size === 0) return null;
      const there = await byId(watch._id, watch.feed);
      if (!there)
        throw new CordonError('WATCH_KEY_TAKEN', 'this key cannot be used: make a new key for a new watch', {
          argument: 'input.key',
        });
      return there;
    },
    page: (feed, after, limit) =>
      watches
        .find({ feed, ...(after === null ? {} : { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<WatchRecord[]>(),
    countActive: (feed) => watches.countDocuments({ feed, endedAt: null }),
    async end(id, feed, at) {
      await watches.updateOne({ _id: id, feed, endedAt: null }, { $set: { endedAt: at } });
    },
    due: (news, but) =>
      watches
        .find({ endedAt: null, checked: { $ne: news }, _id: { $nin: [...but] } })
        .sort({ checkedAt: 1, _id: 1 })
        .limit(dueAtOnce)
        .lean<WatchRecord[]>(),
    async noteChecked(id, news, at) {
      await watches.updateOne({ _id: id }, { $set: { checked: news, checkedAt: at } });
    },
  };
}
