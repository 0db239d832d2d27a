import { z } from 'zod';
import { day } from '../../../shared/case/forms';
import { valuationForm } from '../valuation/valuation.facts';
import { illustrative, rowId, sourceForm, text } from '../vocabulary/factForms';

export const recoveryForm = z.strictObject({
  id: rowId,
  title: text,
  announcedOn: day,
  valuation: valuationForm,
  accounts: z.int().min(0).nullable(),
  incidentId: rowId.nullable(),
  actorIds: z.array(text),
  illustrative,
  source: sourceForm,
});

export type RecoveryFact = z.output<typeof recoveryForm>;
