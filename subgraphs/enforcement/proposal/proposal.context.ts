import type { ProposalStore } from './proposal.store';

/** What the resolvers of proposals ask for. */
export interface HasProposals {
  readonly stores: {
    readonly proposals: ProposalStore;
  };
}
