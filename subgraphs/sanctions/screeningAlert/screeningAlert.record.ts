import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';

/** APPEARED: the customer may be the entry. GONE: no longer. REOPENED: a decision rested on what changed since. */
export const alertChanges = ['APPEARED', 'GONE', 'REOPENED'] as const;

export type AlertChange = (typeof alertChanges)[number];

/** What the change came of: why now. */
export const alertCauses = [
  'CUSTOMER_RECORDED',
  'CUSTOMER_CHANGED',
  'ENTRY_ADDED',
  'ENTRY_CHANGED',
  'ENTRY_REMOVED',
  'FULL_RUN',
  'DECISION_EXPIRED',
] as const;

export type AlertCause = (typeof alertCauses)[number];

const screeningAlertDefinition = {
  /** `<match>:<its how manieth alert>` */
  _id: { type: String, required: true },
  /** The owner of the customer: `operator`, or `venue.<id>`. */
  feed: { type: String, required: true },
  /** Its place in the feed: 1, 2, 3, … without a gap, as nobody takes one before the one below it can be read. */
  number: { type: Number, required: true },
  at: { type: Date, required: true },
  matchId: { type: String, required: true },
  customerId: { type: String, required: true },
  change: { type: String, enum: alertChanges, required: true },
  cause: { type: String, enum: alertCauses, required: true },
  /** The version of the list before, where the list changed; null where the list had none, or did not change. */
  versionBefore: { type: String, default: null },
  version: { type: String, required: true },
  /** The fields of the entry or the customer that changed since a decision: `entry.births`, `customer.name`. */
  changed: { type: [String], required: true },
  /** The match as it is now: the alert is the commit of it, in one write. */
  match: { type: Schema.Types.Mixed, required: true },
} as const satisfies SchemaDefinition;

/** That a match came, went, or came back. Never changed itself. Shard key: `feed`. */
export type ScreeningAlertRecord = Omit<InferRawDocType<typeof screeningAlertDefinition>, 'match'> & {
  readonly match: CustomerMatchRecord;
};

const screeningAlertSchema = new Schema<ScreeningAlertRecord>(screeningAlertDefinition, {
  collection: 'screening_alerts',
  versionKey: false,
});
screeningAlertSchema.index({ feed: 1, number: 1 }, { unique: true });
screeningAlertSchema.index({ matchId: 1 });

export function screeningAlertModel(connection: Connection): Model<ScreeningAlertRecord> {
  return connection.model<ScreeningAlertRecord>('ScreeningAlert', screeningAlertSchema);
}
