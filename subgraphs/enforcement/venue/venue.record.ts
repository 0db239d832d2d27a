import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import { projectionFields } from '../projection/projectionFields.record';

const venueDefinition = {
  /** The first part of the ids of its accounts. */
  _id: { type: String, required: true },
  name: { type: String, required: true },
  /** The laws that bind it (law/laws.ts); absent where not recorded. */
  jurisdictions: { type: [String], required: false, default: undefined },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  ...projectionFields,
} as const satisfies SchemaDefinition;

export type VenueRecord = InferRawDocType<typeof venueDefinition>;

const venueSchema = new Schema<VenueRecord>(venueDefinition, { collection: 'venues', versionKey: false });

export function venueModel(connection: Connection): Model<VenueRecord> {
  return connection.model<VenueRecord>('Venue', venueSchema);
}
