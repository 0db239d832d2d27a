import type { ObligationsQuery } from '../../graph/generated/graphql';

/** One obligation of the list. */
export type ObligationRow = NonNullable<ObligationsQuery['obligations']>['nodes'][number];
