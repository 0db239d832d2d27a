import { z } from 'zod';
import { baseUnits, day } from '../../../shared/case/forms';
import { valuationForm } from '../valuation/valuation.facts';
import { illustrative, rowId, sourceForm, text } from '../vocabulary/factForms';

export const incidentForm = z.strictObject({
  id: rowId,
  title: text,
  happenedOn: day,
  actorIds: z.array(text),
  losses: z.array(z.strictObject({ asset: text, amount: baseUnits })),
  valuations: z.array(valuationForm),
  illustrative,
  source: sourceForm,
});

export type IncidentFact = z.output<typeof incidentForm>;
