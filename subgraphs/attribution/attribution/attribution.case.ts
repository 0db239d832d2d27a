import { z } from 'zod';
import { day, instant } from '../../../shared/case/forms';
import { confidenceIds } from './confidence';
import { stances } from './attribution.record';
import { wallet } from '../rows/rowForms';

/** The form of `attributions.yaml`. */
export const attributionsForm = z
  .array(
    z
      .strictObject({
        wallet,
        actor: z
          .string()
          .regex(/^[a-z0-9-]+:\S+$/, 'an actor id is <where from>:<id there>, such as ofac:43337'),
        stance: z.enum(stances).default('ASSERTS'),
        confidence: z.enum(confidenceIds),
        method: z.string().min(1),
        heldFrom: day.nullable().default(null),
        heldTo: day.nullable().default(null),
        knownSince: instant,
        illustrative: z.boolean().default(false),
        source: z.string().min(1),
      })
      .refine(({ heldFrom, heldTo }) => heldFrom === null || heldTo === null || heldFrom <= heldTo, {
        message: 'heldTo is not before heldFrom',
      }),
  )
  .default([]);

export type CaseAttribution = z.output<typeof attributionsForm>[number];
