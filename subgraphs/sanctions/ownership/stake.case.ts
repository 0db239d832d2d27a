import { z } from 'zod';
import { day } from '../../../shared/case/forms';
import { actorId } from '../vocabulary/actorId.form';

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
