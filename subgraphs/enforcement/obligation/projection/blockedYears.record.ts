import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

/** The years in whose annual report an account is; written and kept as duties are (duty.record.ts). */
const blockedYearsDefinition = {
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  venueId: { type: String, required: true },
  knownTo: { type: String, required: true },
  named: { type: [String], required: true },
  /** Its visibility as one text. */
  visibility: { type: String, required: true },
  first: { type: Number, required: true },
  /** 9999 where no end is known. */
  last: { type: Number, required: true },
  illustrative: { type: Boolean, required: true },
  sequence: { type: Number, required: true, index: true },
} as const satisfies SchemaDefinition;

export type BlockedYearsRecord = InferRawDocType<typeof blockedYearsDefinition>;

const blockedYearsSchema = new Schema<BlockedYearsRecord>(blockedYearsDefinition, {
  collection: 'blocked_years',
  versionKey: false,
});
blockedYearsSchema.index({ accountId: 1 });
blockedYearsSchema.index({ named: 1 }, { sparse: true });
blockedYearsSchema.index({ venueId: 1, visibility: 1, first: 1, last: 1 });
blockedYearsSchema.index({ venueId: 1, knownTo: 1, illustrative: 1, first: 1 });
blockedYearsSchema.index({ venueId: 1, knownTo: 1, illustrative: 1, last: 1 });

export function blockedYearsModel(connection: Connection): Model<BlockedYearsRecord> {
  return connection.model<BlockedYearsRecord>('BlockedYears', blockedYearsSchema);
}
