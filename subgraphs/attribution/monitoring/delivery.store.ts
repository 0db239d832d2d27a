import type { Model } from 'mongoose';
import { insertNew } from '../../../shared/mongo/insertRows';
import { monitoringPolicy } from './monitoringPolicy';
import type { AfterAttempt } from './retry.rules';
import type { Attempt, DeliveryRecord, WebhookRecord } from './webhook.record';

/** The only place that reads and writes deliveries. */
export interface DeliveryStore {
  /** Makes the deliveries of alerts to a webhook, unless they exist. */
  plan(webhook: WebhookRecord, alerts: readonly PlannedAlert[], now: Date): Promise<void>;
  /** Returns the deliveries to send by now, the lowest number first. */
  due(webhookId: string, now: Date): Promise<DeliveryRecord[]>;
  note(delivery: DeliveryRecord, attempt: Attempt, after: AfterAttempt): Promise<void>;
  byId(id: string): Promise<DeliveryRecord | null>;
  /** The newest alerts' first, from before a place. */
  page(webhookId: string, before: string | null, limit: number): Promise<DeliveryRecord[]>;
  /** Sends it again, whatever its status, with the first retry soon. */
  again(delivery: DeliveryRecord, now: Date): Promise<void>;
  /** Ends what was not sent to a webhook. */
  cancel(webhookId: string): Promise<void>;
}

interface PlannedAlert {
  readonly _id: string;
  readonly number: number;
}

export function deliveryStore(deliveries: Model<DeliveryRecord>): DeliveryStore {
  const { giveUpMs, deliveriesAtOnce, attemptsKept } = monitoringPolicy;
  return {
    async plan({ _id: webhookId }, alerts, now) {
      const planned = alerts.map(({ _id: alertId, number }): DeliveryRecord => ({
        _id: `${webhookId}:${number}`,
        webhookId,
        place: String(number).padStart(12, '0'),
        alertId,
        status: 'PENDING',
        createdAt: now,
        nextAt: now,
        giveUpAt: new Date(now.getTime() + giveUpMs),
        attempts: 0,
        attemptsBefore: 0,
        log: [],
      }));
      await insertNew(deliveries, planned);
    },
    due: (webhookId, now) =>
      deliveries
        .find({ webhookId, status: 'PENDING', nextAt: { $lte: now } })
        .sort({ place: 1 })
        .limit(deliveriesAtOnce)
        .lean<DeliveryRecord[]>(),
    async note({ _id }, attempt, after) {
      await deliveries.updateOne(
        { _id, status: 'PENDING' },
        {
          $set: after,
          $inc: { attempts: 1 },
          $push: { log: { $each: [attempt], $slice: -attemptsKept } },
        },
      );
    },
    byId: (id) => deliveries.findById(id).lean<DeliveryRecord>(),
    page: (webhookId, before, limit) =>
      deliveries
        .find({ webhookId, ...(before === null ? {} : { place: { $lt: before } }) })
        .sort({ place: -1 })
        .limit(limit)
        .lean<DeliveryRecord[]>(),
    async again({ _id, attempts }, now) {
      const giveUpAt = new Date(now.getTime() + giveUpMs);
      const next = { status: 'PENDING' as const, nextAt: now, giveUpAt, attemptsBefore: attempts };
      await deliveries.updateOne({ _id }, { $set: next });
    },
    async cancel(webhookId) {
      await deliveries.updateMany({ webhookId, status: 'PENDING' }, { $set: { status: 'CANCELLED' } });
    },
  };
}
