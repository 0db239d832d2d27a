import type { AccountPageQuery } from '../../graph/generated/graphql';

/** What the page of an account shows. */
export type AccountShown = NonNullable<AccountPageQuery['account']>;
