import type { TypeScopes } from '../../shared/subgraph/typeScopes';

/** The scopes that a token needs for the types of this subgraph (outer list: any of; inner list: all of). */
const readsSanctions = '@requiresScopes(scopes: [["sanctions:read"]])';

/** A wallet says of itself only what its id says: it needs the scope of either subgraph that owns facts about wallets. */
const readsWallets = '@requiresScopes(scopes: [["sanctions:read"], ["attribution:read"]])';

/** To upload a list, and to decide one that another uploaded. */
export const importsLists = '@requiresScopes(scopes: [["lists:import"]])';

/** The scopes for uploads with their decisions: for the operator. A partner is rejected by its venue. */
export const readsUploads = '@requiresScopes(scopes: [["sanctions:read", "claims:read"], ["lists:import"]])';

/** Customers are people whom nobody accuses: reading them needs a scope of its own. */
export const readsCustomers = '@requiresScopes(scopes: [["customers:read"]])';

/** To record customers: our own analysts, and venues theirs. */
export const writesCustomers = '@requiresScopes(scopes: [["customers:write"]])';

/** To approve or reject what another decided of a match. */
export const approvesDecisions = '@requiresScopes(scopes: [["customers:approve"]])';

export const sanctionsTypeScopes: TypeScopes = {
  byDefault: readsSanctions,
  byType: {
    Wallet: readsWallets,
    Customer: readsCustomers,
    CustomerMatch: readsCustomers,
    MatchDecision: readsCustomers,
    ScreeningAlert: readsCustomers,
    ScreeningRun: readsCustomers,
    CustomerScreening: readsCustomers,
    ListUpload: readsUploads,
    ListUploadFile: readsUploads,
    ListUploadProgress: readsUploads,
    ListUploadReport: readsUploads,
  },
};
