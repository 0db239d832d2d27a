import { canonicalJson } from '@cordon/ledger';
import type { ProposalRecord } from '../../proposal/proposal.record';
import type { EnforcementEvent } from '../events';
import type { DecisionFact, ProposalFact } from '../facts';
import { type RowChange, stamp, type ViewOf } from '../view';

/** What was proposed and what became of it. That time ran out is no event: it shows in the times of the row. */
export const proposalsView: ViewOf<ProposalRecord> = (event) => {
  const { proposal, decision } = event.payload;
  return [...(proposal ? [proposed(event, proposal)] : []), ...(decision ? [decided(event, decision)] : [])];
};

function proposed(event: EnforcementEvent, fact: ProposalFact): RowChange<ProposalRecord> {
  const { id, draft, proposedAt, expires, ...rest } = fact;
  return {
    id,
    apply: (row) => ({
      ...rest,
      _id: id,
      draft: canonicalJson(draft),
      proposedAt: new Date(proposedAt),
      expires: new Date(expires),
      emergency: event.type === 'MEASURE_TAKEN',
      outcome: null,
      checker: null,
      decidedAt: null,
      reason: null,
      ...stamp(event, fact, row),
    }),
  };
}

function decided(
  event: EnforcementEvent,
  { proposalId, checker, at, reason }: DecisionFact,
): RowChange<ProposalRecord> {
  return {
    id: proposalId,
    apply: (row) =>
      row && {
        ...row,
        outcome: event.type === 'MEASURE_REJECTED' ? 'REJECTED' : 'APPROVED',
        checker,
        decidedAt: new Date(at),
        reason,
      },
  };
}
