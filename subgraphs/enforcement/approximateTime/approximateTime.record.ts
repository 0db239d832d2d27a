import { type InferRawDocType, Schema, type SchemaDefinition } from 'mongoose';

const approximateTimeDefinition = {
  /** The source's time in our words, such as "more than a year before 25 May 2023". */
  text: { type: String, required: true },
  /** The first and the last day that it may have been, YYYY-MM-DD; null: open. */
  from: { type: String, default: null },
  to: { type: String, default: null },
} as const satisfies SchemaDefinition;

/** A time as closely as its source says it: an interval, never a point that nobody gave. */
export type ApproximateTime = Omit<InferRawDocType<typeof approximateTimeDefinition>, '_id'>;

export const approximateTimeSchema = new Schema(approximateTimeDefinition, { _id: false });
