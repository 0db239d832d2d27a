import { z } from 'zod';
import { day } from '../../../shared/case/forms';
import { evidenceKinds, relationshipKinds } from '../relationship/relationshipKinds';

const actorId = z
  .string()
  .regex(/^[a-z0-9-]+:\S+$/, 'an actor id is <where from>:<id there>, such as ofac:43337');

/** An address as published; with the first day on which the entry named it, where that is later than the entry. */
const listedAddress = z.union([
  z
    .string()
    .min(1)
    .transform((address) => ({ address, from: null })),
  z.strictObject({ address: z.string().min(1), from: day }),
]);

/** The form of `actors.yaml`. */
export const actorsForm = z
  .array(
    z.strictObject({
      id: actorId,
      kind: z.enum(['PERSON', 'ORGANISATION', 'GROUP', 'VESSEL', 'AIRCRAFT']),
      name: z.string().min(1),
      aliases: z
        .array(
          z.strictObject({
            name: z.string().min(1),
            strength: z.enum(['STRONG', 'WEAK']),
            kind: z.enum(['AKA', 'FKA', 'NKA']).default('AKA'),
            script: z.string().length(4).default('Latn'),
          }),
        )
        .default([]),
      sources: z.array(z.string()).min(1),
      designations: z
        .array(
          z
            .strictObject({
              list: z.string().min(1),
              entry: z.string().min(1),
              programmes: z.array(z.string().min(1)).min(1),
              from: day.nullable().default(null),
              to: day.nullable().default(null),
              seenOn: day.nullable().default(null),
              source: z.string(),
              addresses: z.array(listedAddress).default([]),
            })
            .refine(({ from, seenOn }) => from !== null || seenOn !== null, {
              message: 'a designation has `from` or `seenOn`',
            }),
        )
        .default([]),
    }),
  )
  .default([]);

/** The form of `relationships.yaml`. */
export const relationshipsForm = z
  .array(
    z.strictObject({
      kind: z.enum(relationshipKinds),
      from: actorId,
      to: actorId,
      confidence: z.int().min(0).max(100),
      validFrom: day.nullable().default(null),
      validTo: day.nullable().default(null),
      evidence: z.enum(evidenceKinds),
      disputed: z.boolean().default(false),
      sources: z.array(z.string()).min(1),
    }),
  )
  .default([]);

/** A percentage with up to four decimal places, kept in millionths of the whole. */
const percent = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((text) => /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100, {
    message: 'a percentage is a number from 0 to 100 with up to four decimal places',
  })
  .transform((text) => Math.round(Number(text) * 10_000));

/** The form of `stakes.yaml`: who owns how much of whom, directly; `percent`, or `atLeast`, `atMost` or both. */
export const stakesForm = z
  .array(
    z
      .strictObject({
        owner: actorId,
        owned: actorId,
        percent: percent.optional(),
        atLeast: percent.optional(),
        atMost: percent.optional(),
        validFrom: day.nullable().default(null),
        validTo: day.nullable().default(null),
        sources: z.array(z.string()).min(1),
      })
      .refine(
        (stake) =>
          (stake.percent === undefined) !== (stake.atLeast === undefined && stake.atMost === undefined),
        { message: 'a stake has `percent`, or else `atLeast`, `atMost` or both' },
      )
      .refine((stake) => (stake.atLeast ?? 0) <= (stake.atMost ?? Infinity), {
        message: '`atLeast` is not more than `atMost`',
      }),
  )
  .default([]);
