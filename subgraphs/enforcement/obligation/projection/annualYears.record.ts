import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

/** The years for which a venue has anything to report, of all accounts with one visibility. */
const annualYearsDefinition = {
  /** `<visibility> <venue id>` */
  _id: { type: String, required: true },
  venueId: { type: String, required: true, index: true },
  knownTo: { type: String, required: true },
  named: { type: [String], required: true },
  /** First and last year of each interval; 9999: no end is known. */
  years: { type: [Number], required: true },
  sequence: { type: Number, required: true, index: true },
} as const satisfies SchemaDefinition;

export type AnnualYearsRecord = InferRawDocType<typeof annualYearsDefinition>;

const annualYearsSchema = new Schema<AnnualYearsRecord>(annualYearsDefinition, {
  collection: 'annual_years',
  versionKey: false,
});
annualYearsSchema.index({ knownTo: 1 });

export function annualYearsModel(connection: Connection): Model<AnnualYearsRecord> {
  return connection.model<AnnualYearsRecord>('AnnualYears', annualYearsSchema);
}
