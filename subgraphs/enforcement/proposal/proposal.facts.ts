import { z } from 'zod';
import { instant, rowId, sha256, text } from '../vocabulary/factForms';

/** A proposal of one person that another has to approve: the whole future event, and its digest. */
export const proposalForm = z.strictObject({
  id: rowId,
  command: text,
  /** SHA-256 over the canonical JSON of `draft`, hex: what is approved is this and nothing else. */
  digest: sha256,
  draft: z.json(),
  proposer: text,
  /** The issuer of the proposer's token; omitted: proposed before it was recorded. */
  proposerIssuer: text.exactOptional(),
  /** The roles of the proposer's token when it was proposed. */
  proposerRoles: z.array(text),
  proposedAt: instant,
  expires: instant,
  accountIds: z.array(rowId).min(1),
  processIds: z.array(rowId),
  /** The measure that it would make, or ends. */
  measureId: rowId.nullable(),
});

/** The decision on a proposal. */
export const decisionForm = z.strictObject({
  proposalId: rowId,
  digest: sha256,
  checker: text,
  /** The issuer of the checker's token; omitted: decided before it was recorded. */
  checkerIssuer: text.exactOptional(),
  at: instant,
  reason: text.nullable(),
});

export type ProposalFact = z.output<typeof proposalForm>;
export type DecisionFact = z.output<typeof decisionForm>;
