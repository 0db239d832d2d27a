import { z } from 'zod';
import { illustrative, lawCode, rowId, sourceForm, text } from '../vocabulary/factForms';

export const venueForm = z.strictObject({
  id: rowId,
  name: text,
  /** Whose law binds it. Left out where nobody said, as by all that was registered before there was this field. */
  jurisdictions: z.array(lawCode).min(1).optional(),
  illustrative,
  source: sourceForm,
});

export type VenueFact = z.output<typeof venueForm>;
