import { CordonError } from '../../../shared/errors/cordonError';
import type { Json } from '@cordon/ledger';
import type { ProposalRecord } from '../proposal/proposal.record';
import { mayBeSamePerson, type Person } from '../vocabulary/person.rules';
import { proposalState } from '../proposal/proposalState.rules';
import { type Draft, draftForm } from './draft';
import { digestOf } from './plainInput';

export interface CheckerOf {
  /** The person, under whatever token or role. */
  readonly checker: Person;
  /** The digest of the content that the checker saw. */
  readonly digest: string;
  readonly at: Date;
}

/**
 * Rejects a decision on a proposal that somebody may not decide now. Returns the draft that is then carried
 * out, computed again from the stored proposal. Its digest must be the one that the checker gave.
 * @throws CordonError CHECKER_IS_MAKER, PROPOSAL_CHANGED, ALREADY_DECIDED, PROPOSAL_EXPIRED or CHECK_LAPSED
 */
export function requireDecidable(proposal: ProposalRecord, { checker, digest, at }: CheckerOf): Draft {
  const { _id, proposer: subject, proposerIssuer: issuer, draft, expires } = proposal;
  const name = JSON.stringify(_id);
  if (mayBeSamePerson({ subject, issuer }, checker)) {
    throw new CordonError(
      'CHECKER_IS_MAKER',
      `${name} was proposed by the same person: another has to decide it`,
    );
  }
  const stored = JSON.parse(draft) as Json;
  if (digest !== proposal.digest || digestOf(stored) !== digest) {
    throw new CordonError('PROPOSAL_CHANGED', `${name} is not what the digest ${digest} was computed of`);
  }
  const state = proposalState(proposal, at);
  switch (state) {
    case 'PENDING':
      return draftForm.parse(stored);
    case 'APPROVED':
    case 'REJECTED':
      throw new CordonError('ALREADY_DECIDED', `${name} is ${state} already`, { state });
    case 'EXPIRED':
      throw new CordonError(
        'PROPOSAL_EXPIRED',
        `${name} expired at ${expires.toISOString()}: propose it anew`,
      );
    case 'LAPSED':
      throw new CordonError(
        'CHECK_LAPSED',
        `nobody confirmed ${name} by ${expires.toISOString()}: its freeze has ended; propose one to a checker`,
      );
  }
}
