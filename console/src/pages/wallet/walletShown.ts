import type { WalletPageQuery } from '../../graph/generated/graphql';

/** A wallet with all that its page shows. */
export type WalletShown = NonNullable<WalletPageQuery['wallet']>;
