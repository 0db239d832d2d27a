import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { projectionFields } from '../projection/projectionFields.record';

/**
 * An account without a status: it is derived from the measures in force (measure/status.rules.ts), and over
 * time in accountStatus/.
 */
const accountDefinition = {
  /** `<venue>:<pseudonym>` */
  _id: { type: String, required: true },
  venueId: { type: String, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type AccountRecord = InferRawDocType<typeof accountDefinition>;

/** Sharded by `venueId`: a partner's every question stays on its own shard. */
const accountSchema = new Schema<AccountRecord>(accountDefinition, {
  collection: 'accounts',
  versionKey: false,
});
accountSchema.index({ retracted: 1, _id: 1 });
accountSchema.index({ venueId: 1, retracted: 1, _id: 1 });

export function accountModel(connection: Connection): Model<AccountRecord> {
  return connection.model<AccountRecord>('Account', accountSchema);
}
