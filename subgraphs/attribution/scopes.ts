/** What a token must hold for the fields of this subgraph (outer list: any of; inner list: all of). */

export const readsAttribution = '@requiresScopes(scopes: [["attribution:read"]])';

/** Whose account a wallet leads to is a fact of both: where funds went, and who a venue's customer is. */
export const readsAccounts = '@requiresScopes(scopes: [["attribution:read", "enforcement:read"]])';
