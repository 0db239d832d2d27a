import { z } from 'zod';
import { illustrative, instant, rowId, sha256, text } from '../vocabulary/factForms';

/** A report that was filed with an authority, and the obligations that it meets. */
export const reportForm = z.strictObject({
  id: rowId,
  kind: text,
  filedAt: instant,
  filedBy: text,
  reference: text.nullable(),
  obligationIds: z.array(rowId),
  accountIds: z.array(rowId),
  /** SHA-256 of the filed report, hex. */
  sha256: sha256.nullable(),
  illustrative,
});

export type ReportFact = z.output<typeof reportForm>;
