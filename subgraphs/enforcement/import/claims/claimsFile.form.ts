import { z } from 'zod';
import { day } from '../../../../shared/case/forms';
import { modalities } from '../../vocabulary/modalities';
import { approximateTimeEntry } from '../../approximateTime/approximateTime.case';
import { words } from '../../caseFile/caseTerms';
import { lossEstimateEntry, valueLinkEntry } from '../../claim/claimEntry';

/** The form of a file of claims with their words: JSON with sources, claims and groups that cannot all hold. */

const optionalWords = words.nullable().default(null);

/** A day, or a day and a time of which the day is kept. */
const publishedOn = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/, 'a date is YYYY-MM-DD, with a time or without')
  .transform((given) => given.slice(0, 10))
  .pipe(day);

const sourceForm = z.strictObject({
  /** The name of a file in the folder of sources. */
  file: z
    .string()
    .min(1)
    .refine((name) => !/[/\\\0]/.test(name) && name !== '.' && name !== '..', {
      message: 'a file is a name in the folder of sources, without a path',
    }),
  title: words,
  date: publishedOn.nullable().default(null),
  publisher: optionalWords,
  url: z.url().nullable().default(null),
  /** True where anybody can read it; a text that is not marked is not published. */
  published: z.boolean().default(false),
  primary: z.boolean().default(false),
});

/** The file as a whole. Claims and groups are read one by one: one that is wrong does not keep the others out. */
export const claimsFileForm = z.strictObject({
  sources: z.record(words, sourceForm),
  claims: z.array(z.unknown()),
  contradictions: z.array(z.unknown()).default([]),
});

export const fileClaimForm = z.strictObject({
  id: words.max(100),
  source: words,
  /** In characters (Unicode code points) from 0. */
  offset: z.int().min(0),
  quote: z.string().min(1),
  statement: optionalWords,
  modality: z
    .string()
    .transform((given) => given.toUpperCase())
    .pipe(z.enum(modalities, `a modality is one of ${modalities.join(', ')}`))
    .nullable()
    .default(null),
  subject: words,
  predicate: words,
  object: optionalWords,
  value: optionalWords,
  unit: optionalWords,
  time: z.union([words, approximateTimeEntry]).nullable().default(null),
  note: optionalWords,
  about: z
    .array(
      z.string().regex(/^[a-z0-9-]+:\S+$/, 'what it is about is <where from>:<id there>, such as ofac:43337'),
    )
    .default([]),
  valueLink: valueLinkEntry.nullable().default(null),
  lossEstimates: z.array(lossEstimateEntry).nullable().default(null),
});

export const fileGroupForm = z.strictObject({
  id: words.max(100),
  topic: words,
  claims: z.array(words).min(2, 'it takes two claims to contradict each other'),
  primary: optionalWords,
  supports: z.array(words).default([]),
  others: optionalWords,
  /** The conclusion; `explanation` is a synonym. */
  expect: optionalWords,
  explanation: optionalWords,
});

export type SourceOfFile = z.output<typeof sourceForm>;
export type FileClaim = z.output<typeof fileClaimForm>;

/** Returns the problems, each with its field, on one line. */
export const problemsOf = (error: z.ZodError) =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message))
    .join('; ');
