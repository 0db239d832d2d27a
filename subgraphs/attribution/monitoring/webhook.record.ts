import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const webhookDefinition = {
  _id: { type: String, required: true },
  /** The feed whose alerts it receives: `house`, or `venue.<id>`. */
  feed: { type: String, required: true },
  url: { type: String, required: true },
  /**
   * The key that signs its calls: shown once, at registration. Stored in clear, since each call is signed
   * with it.
   */
  secret: { type: String, required: true },
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  endedAt: { type: Date, default: null },
  /** The number of the last alert for which there is a delivery. */
  cursor: { type: Number, required: true },
} as const satisfies SchemaDefinition;

export type WebhookRecord = InferRawDocType<typeof webhookDefinition>;

const webhookSchema = new Schema<WebhookRecord>(webhookDefinition, {
  collection: 'webhooks',
  versionKey: false,
});
webhookSchema.index({ feed: 1, _id: 1 });

export function webhookModel(connection: Connection): Model<WebhookRecord> {
  return connection.model<WebhookRecord>('Webhook', webhookSchema);
}

export const deliveryStatuses = ['PENDING', 'DELIVERED', 'GIVEN_UP', 'CANCELLED'] as const;

const deliveryDefinition = {
  /** `<webhook>:<number of the alert>`: what a receiver knows a repetition by. */
  _id: { type: String, required: true },
  webhookId: { type: String, required: true },
  /** The alert's number in its feed: with 12 digits, so that the text sorts as the number does. */
  place: { type: String, required: true },
  alertId: { type: String, required: true },
  status: { type: String, enum: deliveryStatuses, required: true },
  createdAt: { type: Date, required: true },
  /** The time of the next attempt, where it is PENDING. */
  nextAt: { type: Date, required: true },
  giveUpAt: { type: Date, required: true },
  attempts: { type: Number, required: true },
  /** The number of attempts before it was last asked to be sent again: waits grow with those since. */
  attemptsBefore: { type: Number, required: true },
  /** The last of them, the newest at the end. */
  log: {
    type: [
      new Schema(
        {
          at: { type: Date, required: true },
          status: { type: Number, default: null },
          error: { type: String, default: null },
        },
        { _id: false },
      ),
    ],
    required: true,
  },
} as const satisfies SchemaDefinition;

/** One call: the HTTP status, or why there was none. */
export interface Attempt {
  readonly at: Date;
  readonly status: number | null;
  readonly error: string | null;
}

export type DeliveryRecord = Omit<InferRawDocType<typeof deliveryDefinition>, 'log'> & {
  readonly log: readonly Attempt[];
};

/** Shard key, where one machine is not enough: `webhookId`. */
const deliverySchema = new Schema<DeliveryRecord>(deliveryDefinition, {
  collection: 'webhook_deliveries',
  versionKey: false,
});
deliverySchema.index({ webhookId: 1, place: 1 });
deliverySchema.index({ webhookId: 1, status: 1, nextAt: 1 });

export function deliveryModel(connection: Connection): Model<DeliveryRecord> {
  return connection.model<DeliveryRecord>('WebhookDelivery', deliverySchema);
}
