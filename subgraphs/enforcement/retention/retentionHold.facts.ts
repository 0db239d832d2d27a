import { z } from 'zod';
import { illustrative, instant, optionalInstant, rowId, sourceForm, text } from '../vocabulary/factForms';

/** While it is in place nothing about these accounts may be disposed of, however old. */
export const retentionHoldForm = z.strictObject({
  id: rowId,
  accountIds: z.array(rowId).min(1),
  from: instant,
  to: optionalInstant,
  processIds: z.array(rowId),
  reason: text,
  illustrative,
  source: sourceForm,
});

export type RetentionHoldFact = z.output<typeof retentionHoldForm>;
