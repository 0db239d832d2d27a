import { z } from 'zod';
import { baseUnits } from '../../../shared/case/forms';
import { endReasons } from '../vocabulary/measureKinds';

/** The whole draft. A checker approves its digest, and the draft is carried out. */

const id = z.string().min(1).max(500);
const text = z.string().min(1);
const amounts = z.array(z.strictObject({ asset: text, amount: baseUnits }));

const common = {
  /** Makes the digest unique to this proposal: an approval of another one does not fit it. */
  proposalId: id,
  proposer: text,
  /** Omitted: proposed before it was recorded. */
  proposerIssuer: text.exactOptional(),
  accountId: id,
  processIds: z.array(id),
  reason: text,
};

const measureDraft = z.strictObject({
  ...common,
  act: z.enum(['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT']),
  /** CAIP-19; null: the account whole. */
  assets: z.array(text).min(1).nullable(),
  /** Its end, where it is to end before its basis does. */
  until: z.iso.datetime().nullable(),
  /** The amount that an authority takes, per asset. */
  amounts,
});

const releaseDraft = z.strictObject({
  ...common,
  act: z.literal('RELEASE'),
  measureId: id,
  endReason: z.enum(endReasons),
  /** The amount that the owner gets back, per asset. */
  amounts,
});

const transferDraft = z.strictObject({
  ...common,
  act: z.literal('TRANSFER'),
  /** The target, where that is an account that is registered here. */
  toAccountId: id.nullable(),
  asset: text,
  amount: baseUnits,
});

export const draftForm = z.discriminatedUnion('act', [measureDraft, releaseDraft, transferDraft]);

export type Draft = z.output<typeof draftForm>;
export type MeasureDraft = z.output<typeof measureDraft>;
export type ReleaseDraft = z.output<typeof releaseDraft>;
export type TransferDraft = z.output<typeof transferDraft>;
