import { canonicalJson } from '@cordon/ledger';
import type { ProposalRecord } from './proposal.record';
import type { DecisionFact, ProposalFact } from './proposal.facts';
import {
  contentOf,
  type ProjectedEvent,
  type ProjectionOf,
  type RowChange,
  stamp,
} from '../projection/projection';

interface Payload {
  readonly proposal?: ProposalFact;
  readonly decision?: DecisionFact;
}

/** The projection of proposals and their decisions. Expiry is no event: it shows in the times of the row. */
export const proposalsProjection: ProjectionOf<ProposalRecord, Payload> = (event) => {
  const { proposal, decision } = event.payload;
  return [...(proposal ? [proposed(event, proposal)] : []), ...(decision ? [decided(event, decision)] : [])];
};

const undecided: Pick<ProposalRecord, 'outcome' | 'checker' | 'checkerIssuer' | 'decidedAt' | 'reason'> = {
  outcome: null,
  checker: null,
  decidedAt: null,
  reason: null,
};

function proposed(event: ProjectedEvent, fact: ProposalFact): RowChange<ProposalRecord> {
  const { id, draft, proposedAt, expires, ...rest } = fact;
  const content = contentOf<ProposalRecord>()({
    ...rest,
    _id: id,
    draft: canonicalJson(draft),
    proposedAt: new Date(proposedAt),
    expires: new Date(expires),
    emergency: event.type === 'MEASURE_TAKEN',
    ...undecided,
  });
  return { id, apply: (row) => ({ ...content, ...stamp(event, fact, row) }) };
}

function decided(
  event: ProjectedEvent,
  { proposalId, checker, checkerIssuer, at, reason }: DecisionFact,
): RowChange<ProposalRecord> {
  return {
    id: proposalId,
    apply: (row) =>
      row && {
        ...row,
        outcome: event.type === 'MEASURE_REJECTED' ? 'REJECTED' : 'APPROVED',
        checker,
        ...(checkerIssuer === undefined ? {} : { checkerIssuer }),
        decidedAt: new Date(at),
        reason,
      },
  };
}
