import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { measureKinds, statusUnder } from '../vocabulary/measureKinds';

/**
 * One interval of an account's status, made of all measures on it: the passing of time changes no row. An
 * account with n measures has 2n + 1 rows. Rows that it needs for no interval have no status.
 */
const accountStatusDefinition = {
  /** `<account id> <number of the interval>` */
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  venueId: { type: String, required: true },
  status: {
    type: String,
    enum: ['OPEN', ...measureKinds.map((kind) => statusUnder[kind]), null],
    default: null,
  },
  /** The first instant of it; the earliest of all where the account had it always. */
  from: { type: Date, required: true },
  /** The first instant after it; the latest of all where no end is known. */
  to: { type: Date, required: true },
  /** Every event up to this one is in the row: a row is replaced only by one that reflects more. */
  sequence: { type: Number, required: true, index: true },
} as const satisfies SchemaDefinition;

export type AccountStatusRecord = InferRawDocType<typeof accountStatusDefinition>;

const accountStatusSchema = new Schema<AccountStatusRecord>(accountStatusDefinition, {
  collection: 'account_statuses',
  versionKey: false,
});
accountStatusSchema.index({ accountId: 1 });
accountStatusSchema.index({ status: 1, accountId: 1 });
accountStatusSchema.index({ status: 1, from: 1 });
accountStatusSchema.index({ status: 1, to: 1 });
accountStatusSchema.index({ venueId: 1, status: 1, accountId: 1 });
accountStatusSchema.index({ venueId: 1, status: 1, from: 1 });
accountStatusSchema.index({ venueId: 1, status: 1, to: 1 });

export function accountStatusModel(connection: Connection): Model<AccountStatusRecord> {
  return connection.model<AccountStatusRecord>('AccountStatus', accountStatusSchema);
}
