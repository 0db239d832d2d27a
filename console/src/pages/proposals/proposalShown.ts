import type { ProposalPageQuery } from '../../graph/generated/graphql';

/** A proposal with all that its page shows. */
export type ProposalShown = NonNullable<ProposalPageQuery['proposal']>;
