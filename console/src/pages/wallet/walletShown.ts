import type { WalletPageQuery } from '../../graph/generated/graphql';

/** What the page of a wallet shows. */
export type WalletShown = NonNullable<WalletPageQuery['wallet']>;
