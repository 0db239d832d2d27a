import type { Model } from 'mongoose';
import { insertUnlessTaken } from '../../../shared/mongo/insertRows';
import type { AlertRecord } from './alert.record';

/** The only place that reads and writes alerts. */
export interface AlertStore {
  /** Returns the newest alert of a watch, or null where nothing has changed since it was made. */
  latest(watchId: string): Promise<AlertRecord | null>;
  /**
   * Stores an alert at the next place of its feed. Answers false, and stores nothing, where another evaluation has stored
   * that revision already.
   */
  append(alert: Omit<AlertRecord, 'number'>): Promise<boolean>;
  /** Of a feed, in its order, from after a number. */
  after(feed: string, number: number, limit: number): Promise<AlertRecord[]>;
  /** Of a feed, the newest first, from before a number; null: from the newest. */
  before(feed: string, number: number | null, limit: number): Promise<AlertRecord[]>;
  byId(id: string): Promise<AlertRecord | null>;
  /** The last number of a feed; 0 where there is no alert. */
  lastNumber(feed: string): Promise<number>;
}

export function alertStore(alerts: Model<AlertRecord>): AlertStore {
  const lastNumber = async (feed: string) => {
    const last = await alerts
      .findOne({ feed }, { number: 1 })
      .sort({ number: -1 })
      .lean<Pick<AlertRecord, 'number'>>();
    return last?.number ?? 0;
  };
  return {
    lastNumber,
    latest: (watchId) => alerts.findOne({ watchId }).sort({ revision: -1 }).lean<AlertRecord>(),
    byId: (id) => alerts.findById(id).lean<AlertRecord>(),
    async append(alert) {
      for (;;) {
        const number = (await lastNumber(alert.feed)) + 1;
        const taken = await insertUnlessTaken(alerts, [{ ...alert, number }]);
        if (taken.size === 0) return true;
        // Its place was taken by another watch's alert, or this revision is there.
        if (await alerts.exists({ _id: alert._id })) return false;
      }
    },
    after: (feed, number, limit) =>
      alerts
        .find({ feed, number: { $gt: number } })
        .sort({ number: 1 })
        .limit(limit)
        .lean<AlertRecord[]>(),
    before: (feed, number, limit) =>
      alerts
        .find(number === null ? { feed } : { feed, number: { $lt: number } })
        .sort({ number: -1 })
        .limit(limit)
        .lean<AlertRecord[]>(),
  };
}
