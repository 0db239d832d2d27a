import { z } from 'zod';
import { day, rejectDuplicates } from '../../../shared/case/forms';
import { actorId } from '../vocabulary/actorId.form';

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
  .superRefine(
    rejectDuplicates(({ id, designations }) => [
      id,
      ...designations.map(({ list, entry }) => `a designation by the entry ${entry} of ${list}`),
    ]),
  )
  .default([]);
