import { z } from 'zod';
import { endReasons, measureKinds } from '../vocabulary/measureKinds';
import {
  accountPlace,
  illustrative,
  instant,
  optionalInstant,
  rowId,
  sourceForm,
  text,
} from '../vocabulary/factForms';

export const measureForm = z.strictObject({
  id: rowId,
  ...accountPlace,
  kind: z.enum(measureKinds),
  from: instant,
  /**
   * The first instant no longer in force, known beforehand or by now: it takes effect with the passing of
   * time.
   */
  to: optionalInstant,
  endReason: z.enum(endReasons).nullable(),
  /**
   * The agreed end, where it is before that of its bases; null: none. Omitted where not recorded, as by a
   * case and by the first acts of the operator.
   */
  agreedEnd: optionalInstant.optional(),
  /** The assets (CAIP-19) that it is on; null: the account whole. */
  assets: z.array(text).min(1).nullable(),
  processIds: z.array(rowId),
  claimIds: z.array(rowId),
  reason: text,
  maker: text.nullable(),
  /**
   * The issuer of the maker's token; omitted by a case, and by acts before it was recorded. So is the
   * checker's.
   */
  makerIssuer: text.exactOptional(),
  checker: text.nullable(),
  checkerIssuer: text.exactOptional(),
  /** Taken by one person in an emergency: `to` is 24 hours on, CHECK_LAPSED, until a checker confirms it. */
  emergency: z.boolean(),
  observed: z.boolean(),
  illustrative,
  source: sourceForm,
});

/** The changes of a measure by a command; omitted fields stay. */
export const measureChangeForm = z
  .strictObject({
    measureId: rowId,
    /** Its new end. `to` and `endReason` are given together; both null: no end is known any more. */
    to: optionalInstant.optional(),
    endReason: z.enum(endReasons).nullable().optional(),
    /** The basis of its end: a licence, a court's release. */
    endProcessIds: z.array(rowId).optional(),
    checker: text.optional(),
    checkerIssuer: text.exactOptional(),
  })
  .refine(({ to, endReason }) => (to === undefined) === (endReason === undefined) && !to === !endReason, {
    message: 'an end has an instant and a reason',
  });

export type MeasureFact = z.output<typeof measureForm>;
export type MeasureChangeFact = z.output<typeof measureChangeForm>;
