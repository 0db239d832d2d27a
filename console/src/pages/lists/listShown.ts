import type { ListsQuery } from '../../graph/generated/graphql';

/** One list of the page. */
export type ListShown = NonNullable<ListsQuery['sanctionsLists']>[number];
