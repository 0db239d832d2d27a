import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { projectionFields } from '../projection/projectionFields.record';

/** An amount that left an account: seized, released, transferred or destroyed. */
const outflowDefinition = {
  /** `<sequence of its event>.<its place in it>` */
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  /** The account's venue: what keeps a tenant to its own. */
  venueId: { type: String, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  /** Base units, decimal. */
  amount: { type: String, required: true },
  column: { type: String, enum: ['seized', 'released', 'destroyed'], required: true },
  at: { type: Date, required: true },
  /** The accounts here that got of the asset in the same command. */
  receivedBy: { type: [String], required: true },
  /** The measures that the same command gave an end. */
  endedMeasureIds: { type: [String], required: true },
  /** The proposal that it carries out: what it was done under is there. */
  proposalId: { type: String, default: null },
  illustrative: { type: Boolean, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type OutflowRecord = InferRawDocType<typeof outflowDefinition>;

const outflowSchema = new Schema<OutflowRecord>(outflowDefinition, {
  collection: 'outflows',
  versionKey: false,
});
outflowSchema.index({ accountId: 1, at: 1 });
outflowSchema.index({ receivedBy: 1 });
outflowSchema.index({ proposalId: 1 });

export function outflowModel(connection: Connection): Model<OutflowRecord> {
  return connection.model<OutflowRecord>('Outflow', outflowSchema);
}
