import { z } from 'zod';
import { day, rejectDuplicates } from '../../../shared/case/forms';
import { actorId } from '../vocabulary/actorId.form';
import { evidenceKinds, relationshipKinds } from '../vocabulary/relationshipKinds';

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
  .superRefine(rejectDuplicates(({ kind, from, to }) => [`${from} ${kind} ${to}`]))
  .default([]);
