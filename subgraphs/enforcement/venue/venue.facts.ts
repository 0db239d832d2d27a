import { z } from 'zod';
import { illustrative, lawCode, rowId, sourceForm, text } from '../vocabulary/factForms';

export const venueForm = z.strictObject({
  id: rowId,
  name: text,
  /** The laws that bind it. Omitted where not recorded, as for all venues registered before this field. */
  jurisdictions: z.array(lawCode).min(1).optional(),
  illustrative,
  source: sourceForm,
});

export type VenueFact = z.output<typeof venueForm>;
