import { z } from 'zod';
import { modalities } from '../claim/modalities';
import { valueLinkKinds } from '../claim/valueLinkKinds';
import { aStatedTime, shortId, words } from './caseForms';

/** How a value hangs together with those of other claims of the same file. */
export const aValueLink = z
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

export const aLossEstimate = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is ISO 3166-1 alpha-2, such as JP')
    .nullable(),
  value: words,
  unit: words.nullable().default(null),
  by: words.nullable().default(null),
});

/** `claims.yaml`: the texts that claims rest on, and what each says. */
export const claimsForm = z
  .strictObject({
    texts: z.array(
      z.strictObject({
        id: shortId,
        source: words,
        /** Whether anybody can read it; what is not marked so is not published. */
        published: z.boolean().default(false),
        /** Whether it is the authority's own words, and not a report of them. */
        primary: z.boolean().default(false),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hex digits'),
      }),
    ),
    claims: z.array(
      z.strictObject({
        id: shortId,
        text: shortId,
        offset: z.int().min(0),
        length: z.int().min(1),
        statement: words,
        modality: z.enum(modalities),
        subject: words,
        predicate: words,
        object: words.nullable().default(null),
        value: words.nullable().default(null),
        unit: words.nullable().default(null),
        time: aStatedTime.nullable().default(null),
        note: words.nullable().default(null),
        valueLink: aValueLink.nullable().default(null),
        lossEstimates: z.array(aLossEstimate).default([]),
        /** Actors by their id, incidents and accounts of this case by theirs. */
        about: z.array(words).default([]),
      }),
    ),
  })
  .default({ texts: [], claims: [] });

/** `contradictions.yaml` */
export const contradictionsForm = z
  .array(
    z.strictObject({
      id: shortId,
      topic: words,
      claims: z.array(shortId).min(2, 'it takes two claims to contradict each other'),
      primary: words.nullable().default(null),
      /** The claims that the primary source supports. */
      supports: z.array(shortId).default([]),
      others: words.nullable().default(null),
      explanation: words.nullable().default(null),
    }),
  )
  .default([]);
