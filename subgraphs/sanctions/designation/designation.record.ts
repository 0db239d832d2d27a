import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

const listedAddressSchema = new Schema(
  {
    /** As published, to the letter. */
    published: { type: String, required: true },
    /** CAIP-10, or a literal where the published address cannot be parsed. */
    walletId: { type: String, required: true },
    /** The key by which listings are found: an EVM address counts on every EVM chain. */
    matchKey: { type: String, required: true },
    /** The first day on which the entry named it, where that is known: an entry may gain an address later. */
    from: { type: String, default: null },
  },
  { _id: false },
);

const designationDefinition = {
  _id: { type: String, required: true },
  actorId: { type: String, required: true },
  list: { type: String, required: true },
  entry: { type: String, required: true },
  programmes: { type: [String], required: true },
  /** First and last day in force, YYYY-MM-DD. Null `from`: nobody gave the day. Null `to`: still in force. */
  from: { type: String, default: null },
  to: { type: String, default: null },
  /** The last day that `from` can be, and the first that `to` can be, where a list gives only a month or a year. */
  fromLatest: { type: String, default: null },
  toEarliest: { type: String, default: null },
  /** The date as the list writes it. */
  fromText: { type: String, default: null },
  toText: { type: String, default: null },
  /** A day on which it was seen on the list: what is known where `from` is not. */
  seenOn: { type: String, default: null },
  /** The last day on which a version of the list did not have it, before it was seen. */
  absentOn: { type: String, default: null },
  /** The day of the list's oldest version, where `absentOn` is given: nothing is known of the days before. */
  coveredFrom: { type: String, default: null },
  /** The last day on which it was seen, where a later version does not have it: between the two it may have ended. */
  lastSeenOn: { type: String, default: null },
  addresses: { type: [listedAddressSchema], required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type DesignationRecord = InferRawDocType<typeof designationDefinition>;

const designationSchema = new Schema<DesignationRecord>(designationDefinition, {
  collection: 'designations',
  versionKey: false,
});
designationSchema.index({ actorId: 1 });
designationSchema.index({ programmes: 1 });
designationSchema.index({ 'addresses.matchKey': 1 });

export function designationModel(connection: Connection): Model<DesignationRecord> {
  return connection.model<DesignationRecord>('Designation', designationSchema);
}
