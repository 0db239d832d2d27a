import { z } from 'zod';
import { disclosures, legalProcessKinds } from '../vocabulary/legalProcessKinds';
import { illustrative, lawCode, optionalInstant, rowId, sourceForm, text } from '../vocabulary/factForms';

export const processForm = z.strictObject({
  id: rowId,
  kind: z.enum(legalProcessKinds),
  authority: text,
  /** Of a designation: the law that it is under. Omitted where not recorded. */
  law: lawCode.optional(),
  docket: text.nullable(),
  issued: optionalInstant,
  served: optionalInstant,
  effective: optionalInstant,
  /** From when it is no longer in force. A withdrawal is an expiry at the instant of the withdrawal. */
  expiry: optionalInstant,
  withdrawn: z.boolean(),
  /** The accounts that it names. */
  scope: z.array(rowId).min(1),
  /** The assets (CAIP-19) that it reaches; null: all. */
  assets: z.array(text).min(1).nullable(),
  disclosure: z.enum(disclosures),
  /** Of a licence: true where it asks for a report of acts under it. Omitted: false. */
  reportRequired: z.boolean().optional(),
  /** True where the subject may be told. */
  mayNotify: z.boolean(),
  /**
   * The callers who may know of a RESTRICTED one beside those whose role needs it: names as of
   * audienceName.ts.
   */
  audience: z.array(text),
  illustrative,
  source: sourceForm,
});

export type ProcessFact = z.output<typeof processForm>;
