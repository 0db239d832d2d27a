import type { ActorPageQuery } from '../../graph/generated/graphql';

/** An actor with all that its page shows. */
export type ActorShown = NonNullable<ActorPageQuery['actor']>;
