import { type InferRawDocType, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { type ApproximateTime, approximateTimeSchema } from '../approximateTime/approximateTime.record';

const valuationDefinition = {
  /** US cents, decimal. */
  usdCents: { type: String, required: true },
  /** The time of the prices. */
  time: { type: approximateTimeSchema, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

/** A worth, with its time and source (DOMAIN, invariant 4: no USD without time and source). */
export type Valuation = Pick<InferRawDocType<typeof valuationDefinition>, 'usdCents'> & {
  readonly time: ApproximateTime;
  readonly source: SourceFacts;
};

export const valuationSchema = new Schema(valuationDefinition, { _id: false });
