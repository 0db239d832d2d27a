import { z } from 'zod';
import { words } from '../caseFile/caseTerms';
import { valueLinkKinds } from '../vocabulary/valueLinkKinds';

/** The dependence of a value on those of other claims of the same file. */
export const valueLinkEntry = z
  .strictObject({
    kind: z.enum(valueLinkKinds),
    claims: z.array(words).min(1),
    percent: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,18})?$/, 'a percentage is a decimal number, as a string')
      .nullable()
      .default(null),
  })
  .refine(({ kind, percent }) => (kind === 'SHARE_OF') === (percent !== null), {
    message: 'a share has a percentage, and nothing else has one',
  })
  .refine(({ kind, claims }) => kind === 'SUM_OF' || claims.length === 1, {
    message: 'a part or a share is of one whole',
  });

export const lossEstimateEntry = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is ISO 3166-1 alpha-2, such as JP')
    .nullable(),
  value: words,
  unit: words.nullable().default(null),
  by: words.nullable().default(null),
});
