import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

const venueDefinition = {
  /** The first part of the ids of its accounts. */
  _id: { type: String, required: true },
  name: { type: String, required: true },
  illustrative: { type: Boolean, required: true },
  /** Who says that there is this venue, where it was registered by an import of its own. */
  source: { type: sourceSchema },
} as const satisfies SchemaDefinition;

export type VenueRecord = InferRawDocType<typeof venueDefinition>;

const venueSchema = new Schema(venueDefinition, { collection: 'venues', versionKey: false });

export function venueModel(connection: Connection): Model<VenueRecord> {
  return connection.model<VenueRecord>('Venue', venueSchema as Schema<VenueRecord>);
}
