import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { valuationSchema } from '../valuation/valuation.record';
import { projectionFields } from '../projection/projectionFields.record';

const lossSchema = new Schema(
  {
    /** CAIP-19 */
    asset: { type: String, required: true },
    /** Base units, decimal. */
    amount: { type: String, required: true },
  },
  { _id: false },
);

const recordedValuationSchema = new Schema(
  {
    id: { type: String, required: true },
    /** The event that recorded it last, which a correction names. */
    recordedBy: { type: Number, required: true },
    valuation: { type: valuationSchema, required: true },
  },
  { _id: false },
);

const incidentDefinition = {
  _id: { type: String, required: true },
  title: { type: String, required: true },
  /** The day on which it happened, not that on which it became known, YYYY-MM-DD. */
  happenedOn: { type: String, required: true },
  actorIds: { type: [String], required: true },
  losses: { type: [lossSchema], required: true },
  /** The valuations that a client sees: the two below. */
  valuations: { type: [valuationSchema], required: true },
  /** The valuations of the incident's own facts. */
  statedValuations: { type: [valuationSchema], required: true },
  /** The valuations recorded beside them: no correction of the incident removes them. */
  recordedValuations: { type: [recordedValuationSchema], required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type IncidentRecord = InferRawDocType<typeof incidentDefinition>;

const incidentSchema = new Schema<IncidentRecord>(incidentDefinition, {
  collection: 'incidents',
  versionKey: false,
});
incidentSchema.index({ 'recordedValuations.id': 1 });

export function incidentModel(connection: Connection): Model<IncidentRecord> {
  return connection.model<IncidentRecord>('Incident', incidentSchema);
}
