import type { ActorPageQuery } from '../../graph/generated/graphql';

/** What the page of an actor shows. */
export type ActorShown = NonNullable<ActorPageQuery['actor']>;
