import type { Model } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { rejectedPlaces } from '../../../shared/mongo/duplicateKeys';
import type { RowCollection } from '../../../shared/mongo/insertRows';
import type { ScreeningAlertRecord } from './screeningAlert.record';

/** The only place that reads and writes alerts of customers. */
export interface ScreeningAlertStore {
  /** Those that are stored of these ids. */
  byIds(ids: readonly string[]): Promise<ScreeningAlertRecord[]>;
  /**
   * Stores alerts at the next places of their feed, in order. One whose id is stored stays as it was stored: the same change
   * of a run that was cut off.
   */
  append(feed: string, alerts: readonly Omit<ScreeningAlertRecord, 'number'>[]): Promise<void>;
  /** Of a feed, in its order, from after a number. */
  after(feed: string, number: number, limit: number): Promise<ScreeningAlertRecord[]>;
  /** Of a feed, the newest first, from before a number; null: from the newest. */
  before(feed: string, number: number | null, limit: number): Promise<ScreeningAlertRecord[]>;
  /** The feeds that have an alert. */
  feeds(): Promise<string[]>;
  /** The last number of a feed; 0 where there is no alert. */
  lastNumber(feed: string): Promise<number>;
}

/** The driver's collection: alerts are records already. */
const rowsOf = ({ collection }: RowCollection) => collection;

export function screeningAlertStore(alerts: Model<ScreeningAlertRecord>): ScreeningAlertStore {
  const lastNumber = async (feed: string) => {
    const last = await alerts
      .findOne({ feed }, { number: 1 })
      .sort({ number: -1 })
      .lean<Pick<ScreeningAlertRecord, 'number'>>();
    return last?.number ?? 0;
  };
  const byIds = async (ids: readonly string[]) => {
    const found: ScreeningAlertRecord[] = [];
    for (const batch of chunksOf(ids))
      found.push(...(await alerts.find({ _id: { $in: batch } }).lean<ScreeningAlertRecord[]>()));
    return found;
  };
  return {
    byIds,
    lastNumber,
    feeds: () => alerts.distinct('feed'),
    async append(feed, given) {
      for (;;) {
        const stored = new Set((await byIds(given.map(({ _id }) => _id))).map(({ _id }) => _id));
        const number = await lastNumber(feed);
        const rows = given
          .filter(({ _id }) => !stored.has(_id))
          .map((alert, i) => ({ ...alert, number: number + 1 + i }));
        if (rows.length === 0) return;
        try {
          // In order: a number can be read only when the one below it can be.
          await rowsOf(alerts).insertMany(rows, { ordered: true });
        } catch (error) {
          // Another process has taken a number or an id: what is still missing is stored behind it.
          rejectedPlaces(error);
        }
      }
    },
    after: (feed, number, limit) =>
      alerts
        .find({ feed, number: { $gt: number } })
        .sort({ number: 1 })
        .limit(limit)
        .lean<ScreeningAlertRecord[]>(),
    before: (feed, number, limit) =>
      alerts
        .find(number === null ? { feed } : { feed, number: { $lt: number } })
        .sort({ number: -1 })
        .limit(limit)
        .lean<ScreeningAlertRecord[]>(),
  };
}
