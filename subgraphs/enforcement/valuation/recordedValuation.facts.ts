import { z } from 'zod';
import { baseUnits } from '../../../shared/case/forms';
import { valuationForm } from './valuation.facts';
import { accountPlace, illustrative, rowId, text } from '../vocabulary/factForms';

/** A valuation beside what an incident has already, or of a holding. */
export const recordedValuationForm = z.strictObject({
  id: rowId,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('INCIDENT'), incidentId: rowId }),
    z.strictObject({ kind: z.literal('HOLDING'), ...accountPlace, asset: text, amount: baseUnits }),
  ]),
  valuation: valuationForm,
  illustrative,
});

export type RecordedValuationFact = z.output<typeof recordedValuationForm>;
