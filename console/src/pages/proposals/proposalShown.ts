import type { ProposalPageQuery } from '../../graph/generated/graphql';

/** What the page of a proposal shows. */
export type ProposalShown = NonNullable<ProposalPageQuery['proposal']>;
