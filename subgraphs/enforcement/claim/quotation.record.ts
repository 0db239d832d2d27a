import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

/**
 * The words at one place of one text, checked against it before they were stored. They belong to the place and not to
 * a claim, so that a case that is loaded again or later finds them.
 */
const quotationDefinition = {
  /** `<SHA-256 of the text>:<offset>:<length>`, in characters (claim.record.ts). */
  _id: { type: String, required: true },
  quote: { type: String, required: true },
} as const satisfies SchemaDefinition;

export type QuotationRecord = InferRawDocType<typeof quotationDefinition>;

export interface Place {
  readonly textSha256: string;
  readonly offset: number;
  readonly length: number;
}

export const quotationIdOf = ({ textSha256, offset, length }: Place) => `${textSha256}:${offset}:${length}`;

const quotationSchema = new Schema<QuotationRecord>(quotationDefinition, {
  collection: 'passages',
  versionKey: false,
});

export function quotationModel(connection: Connection): Model<QuotationRecord> {
  return connection.model<QuotationRecord>('Passage', quotationSchema);
}
