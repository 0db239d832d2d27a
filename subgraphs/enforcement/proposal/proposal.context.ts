import type { ProposalStore } from './proposal.store';

/** The part of the context that the resolvers of proposals use. */
export interface HasProposals {
  readonly stores: {
    readonly proposals: ProposalStore;
  };
}
