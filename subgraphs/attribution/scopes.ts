import type { TypeScopes } from '../../shared/subgraph/typeScopes';

/** The scopes of a token for the fields of this subgraph (outer list: any of; inner list: all of). */

export const readsAttribution = '@requiresScopes(scopes: [["attribution:read"]])';

/** To say by hand whose a wallet is: our own analysts. */
export const writesAttribution = '@requiresScopes(scopes: [["attribution:write"]])';

/** The account behind a wallet is a fact of both: the destination of funds, and the customer of a venue. */
export const readsAccounts = '@requiresScopes(scopes: [["attribution:read", "enforcement:read"]])';

/** The scopes of watches and webhooks: our own analysts, and venues about their wallets. */
export const setsUpMonitoring = '@requiresScopes(scopes: [["attribution:write"], ["deposits:write"]])';

/** A venue's statements about its own wallets. */
export const writesDeposits = '@requiresScopes(scopes: [["deposits:write"]])';

/**
 * The imports with their quarantined rows: for the operator. A partner's token may hold both scopes, and is
 * rejected by its venue.
 */
export const readsImports = '@requiresScopes(scopes: [["attribution:read", "claims:read"]])';

/** To upload a file of transfers. */
export const importsTransfers = '@requiresScopes(scopes: [["transfers:import"]])';

/** The scopes for uploads, for the operator: to read imports, or to upload. */
export const readsTransferUploads =
  '@requiresScopes(scopes: [["attribution:read", "claims:read"], ["transfers:import"]])';

/** A wallet says of itself only what its id says: it needs the scope of either subgraph that owns facts about wallets. */
const readsWallets = '@requiresScopes(scopes: [["sanctions:read"], ["attribution:read"]])';

/** The types of this subgraph; `Account` and `Actor` need what their own subgraphs ask for. */
export const attributionTypeScopes: TypeScopes = {
  byDefault: readsAttribution,
  byType: {
    Wallet: readsWallets,
    WalletConnection: readsAttribution,
    WalletEdge: readsAttribution,
    Account: '@requiresScopes(scopes: [["enforcement:read"]])',
    Actor: '@requiresScopes(scopes: [["sanctions:read"]])',
    TracedAccount: readsAccounts,
    AccountReach: readsAccounts,
    AccountTrace: readsAccounts,
    Trace: readsAccounts,
    WalletReach: readsAccounts,
    ReachedWallet: readsAccounts,
    ReachedWalletConnection: readsAccounts,
    ReachedWalletEdge: readsAccounts,
    ReachedName: readsAccounts,
    ReachedActor: readsAccounts,
    ReachedCategory: readsAccounts,
    Import: readsImports,
    RefusedRow: readsImports,
    TransferUpload: readsTransferUploads,
    TransferUploadFile: readsTransferUploads,
    TransferUploadProgress: readsTransferUploads,
    TransferUploadReport: readsTransferUploads,
    Alert: readsAccounts,
    AlertCause: readsAccounts,
    FindingChange: readsAccounts,
    Finding: readsAccounts,
    Watch: readsAccounts,
    WatchSubject: readsAccounts,
    Webhook: readsAccounts,
    Delivery: readsAccounts,
    DeliveryAttempt: readsAccounts,
    WebhookRegistration: setsUpMonitoring,
    DepositRegistration: writesDeposits,
  },
};
