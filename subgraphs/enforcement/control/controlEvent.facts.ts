import { z } from 'zod';
import { baseUnits } from '../../../shared/case/forms';
import { controlActs } from '../vocabulary/controlActs';
import { instant, rowId, text } from '../vocabulary/factForms';

/** A control event of a token's contract as the chain has it. */
export const controlEventForm = z.strictObject({
  /** CAIP-19 */
  asset: text,
  accountId: rowId,
  act: z.enum(controlActs),
  block: z.int().min(0),
  logIndex: z.int().min(0),
  transaction: text,
  at: instant,
  amount: baseUnits.nullable(),
});

export type ControlEventFact = z.output<typeof controlEventForm>;
