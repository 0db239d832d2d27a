import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { endReasons, measureKinds } from './measureKinds';

const measureDefinition = {
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  /** The account's venue: what keeps a tenant to its own. */
  venueId: { type: String, required: true },
  kind: { type: String, enum: measureKinds, required: true },
  /** In force from this instant on, and until the one before `to`. Null `to`: no end is known. */
  from: { type: Date, required: true },
  to: { type: Date, default: null },
  endReason: { type: String, enum: [...endReasons, null], default: null },
  /** The legal processes that it rests on. */
  processIds: { type: [String], required: true },
  reason: { type: String, required: true },
  maker: { type: String, default: null },
  checker: { type: String, default: null },
  /** Done by somebody else and only seen by us: it has no maker, checker or process of ours. */
  observed: { type: Boolean, required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type MeasureRecord = InferRawDocType<typeof measureDefinition>;

/** Sharded by `venueId`, as accounts are: what is asked together is together. */
const measureSchema = new Schema(measureDefinition, { collection: 'measures', versionKey: false });
measureSchema.index({ accountId: 1, from: 1 });
measureSchema.index({ kind: 1, to: 1 });
measureSchema.index({ venueId: 1, kind: 1, to: 1 });

export function measureModel(connection: Connection): Model<MeasureRecord> {
  return connection.model<MeasureRecord>('Measure', measureSchema as unknown as Schema<MeasureRecord>);
}
