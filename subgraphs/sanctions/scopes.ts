import type { TypeScopes } from '../../shared/subgraph/typeScopes';

/** The scopes that a token needs for the types of this subgraph (outer list: any of; inner list: all of). */
const readsSanctions = '@requiresScopes(scopes: [["sanctions:read"]])';

/** A wallet says of itself only what its id says: it needs the scope of either subgraph that owns facts about wallets. */
const readsWallets = '@requiresScopes(scopes: [["sanctions:read"], ["attribution:read"]])';

export const sanctionsTypeScopes: TypeScopes = {
  byDefault: readsSanctions,
  byType: { Wallet: readsWallets },
};
