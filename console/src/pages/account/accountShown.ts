import type { AccountPageQuery } from '../../graph/generated/graphql';

/** An account with all that its page shows. */
export type AccountShown = NonNullable<AccountPageQuery['account']>;
