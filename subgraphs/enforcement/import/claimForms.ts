import { z } from 'zod';
import { modalities } from '../claim/modalities';
import { aStatedTime, shortId, words } from './caseForms';

/** `claims.yaml`: the texts that claims rest on, and what each says. */
export const claimsForm = z
  .strictObject({
    texts: z.array(
      z.strictObject({
        id: shortId,
        source: words,
        /** Whether anybody can read it; what is not marked so is not published. */
        published: z.boolean().default(false),
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
      explanation: words.nullable().default(null),
    }),
  )
  .default([]);
