import type { Model } from 'mongoose';
import { insertNew } from '../../../shared/mongo/insertRows';
import type { WebhookRecord } from './webhook.record';

/** The only place that reads and writes webhooks. All but the deliverer's part is confined to one feed. */
export interface WebhookStore {
  add(webhook: WebhookRecord): Promise<void>;
  byId(id: string, feed: string): Promise<WebhookRecord | null>;
  page(feed: string, after: string | null, limit: number): Promise<WebhookRecord[]>;
  countActive(feed: string): Promise<number>;
  end(id: string, feed: string, at: Date): Promise<void>;
  /** Returns the webhooks of all feeds that are not ended. */
  active(): Promise<WebhookRecord[]>;
  /** Tells if it exists and is not ended: asked before each call. */
  isActive(id: string): Promise<boolean>;
  /** Notes up to which alert there are deliveries; never back. */
  advance(id: string, number: number): Promise<void>;
}

export function webhookStore(webhooks: Model<WebhookRecord>): WebhookStore {
  return {
    async add(webhook) {
      await insertNew(webhooks, [webhook]);
    },
    byId: (id, feed) => webhooks.findOne({ _id: id, feed }).lean<WebhookRecord>(),
    page: (feed, after, limit) =>
      webhooks
        .find({ feed, ...(after === null ? {} : { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<WebhookRecord[]>(),
    countActive: (feed) => webhooks.countDocuments({ feed, endedAt: null }),
    async end(id, feed, at) {
      await webhooks.updateOne({ _id: id, feed, endedAt: null }, { $set: { endedAt: at } });
    },
    active: () => webhooks.find({ endedAt: null }).sort({ _id: 1 }).lean<WebhookRecord[]>(),
    isActive: async (id) => (await webhooks.exists({ _id: id, endedAt: null })) !== null,
    async advance(id, number) {
      await webhooks.updateOne({ _id: id }, { $max: { cursor: number } });
    },
  };
}
