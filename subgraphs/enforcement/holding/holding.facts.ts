import { z } from 'zod';
import { baseUnits } from '../../../shared/case/forms';
import { accountPlace, illustrative, sourceForm, text } from '../vocabulary/factForms';

/** The columns of a holding: frozen + inflow = held + seized + released + destroyed. */
export const amountColumns = ['frozen', 'inflow', 'held', 'seized', 'released', 'destroyed'] as const;

const amountPlace = { ...accountPlace, asset: text, illustrative };

/** A holding's amounts as a whole: null is "nobody has observed it". */
export const holdingForm = z.strictObject({
  ...amountPlace,
  amounts: z.strictObject({
    frozen: baseUnits.nullable(),
    inflow: baseUnits.nullable(),
    held: baseUnits.nullable(),
    seized: baseUnits.nullable(),
    released: baseUnits.nullable(),
    destroyed: baseUnits.nullable(),
  }),
  source: sourceForm,
});

/** Somebody looked: the column is this much. */
export const observationForm = z.strictObject({
  ...amountPlace,
  column: z.enum(amountColumns),
  amount: baseUnits,
  source: sourceForm,
});

/** So much came in (INFLOW), or left what is held into a column. */
export const movementForm = z.strictObject({
  ...amountPlace,
  column: z.enum(['inflow', 'seized', 'released', 'destroyed']),
  amount: baseUnits,
  source: sourceForm,
});

export type HoldingFact = z.output<typeof holdingForm>;
export type ObservationFact = z.output<typeof observationForm>;
export type MovementFact = z.output<typeof movementForm>;
