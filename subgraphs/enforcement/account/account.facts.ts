import { z } from 'zod';
import { illustrative, rowId, sourceForm } from '../vocabulary/factForms';

export const accountForm = z.strictObject({ id: rowId, venueId: rowId, illustrative, source: sourceForm });

export type AccountFact = z.output<typeof accountForm>;
