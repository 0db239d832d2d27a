import type { ProposalRecord } from './proposal.record';

/** The state of a proposal at an instant, by its decision and by the passing of time. */
export const proposalStates = ['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'LAPSED'] as const;

export type ProposalState = (typeof proposalStates)[number];

/** An emergency act that nobody confirmed in time LAPSED: its measure has ended. A proposal in the same case EXPIRED. */
export function proposalState(
  { outcome, expires, emergency }: Pick<ProposalRecord, 'outcome' | 'expires' | 'emergency'>,
  at: Date,
): ProposalState {
  if (outcome) return outcome;
  if (at < expires) return 'PENDING';
  return emergency ? 'LAPSED' : 'EXPIRED';
}
