import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { resolveWalletReference } from '../../shared/subgraph/walletType';
import {
  AccountResolver,
  accountsOf,
  resolveAccountReference,
  WalletAccountsResolver,
} from './account/account.resolver';
import { AccountType } from './account/account.type';
import { resolveActorReference } from './actor/actor.resolver';
import { ActorWalletsResolver } from './attribution/actorWallets.resolver';
import { ActorReachResolver } from './tracing/actorReach.resolver';
import { ActorType } from './actor/actor.type';
import {
  AttributionResolver,
  attributionsOf,
  WalletAttributionsResolver,
} from './attribution/attribution.resolver';
import { EndDepositWalletsResolver } from './command/endDepositWallets';
import { RedeliverResolver } from './command/redeliver';
import { RegisterDepositWalletsResolver } from './command/registerDepositWallets';
import { RegisterWebhookResolver } from './command/registerWebhook';
import { RetractAttributionResolver } from './command/retractAttribution';
import { StateAttributionResolver } from './command/stateAttribution';
import { UnregisterWebhookResolver } from './command/unregisterWebhook';
import { UnwatchResolver } from './command/unwatch';
import { WatchCommandResolver } from './command/watch';
import type { AttributionContext } from './context';
import { WalletExposureResolver } from './exposure/exposure.resolver';
import { ImportLogResolver } from './importLog/importLog.resolver';
import { AlertCauseResolver, AlertResolver } from './monitoring/alert.resolver';
import { WatchResolver } from './monitoring/watch.resolver';
import { WebhookResolver } from './monitoring/webhook.resolver';
import { attributionPermissions } from './permissions';
import { attributionTypeScopes } from './scopes';
import { attributionTags } from './tags';
import { ReachedWalletsResolver, WalletReachResolver } from './reach/reach.resolver';
import { WalletPathsResolver } from './tracing/pathsTo.resolver';
import { resolveTraceReference } from './tracing/trace.resolver';
import { TraceShareResolver } from './exposure/traceShare.resolver';
import { TraceType } from './tracing/trace.type';
import { TransactionResolver } from './transfer/transaction.resolver';
import { WalletTransfersResolver } from './transfer/transfer.resolver';
import { transferReceivingResolvers, TransferUploadResolver } from './upload/transferUpload.resolver';
import { WalletResolver } from './wallet/wallet.resolver';
import { WalletType } from './wallet/wallet.type';

/** The nouns of the attribution subgraph. */
export const attributionDefinition: SubgraphDefinition<AttributionContext> = {
  resolvers: [
    WalletResolver,
    WalletAttributionsResolver,
    AttributionResolver,
    StateAttributionResolver,
    RetractAttributionResolver,
    WalletTransfersResolver,
    TransactionResolver,
    WalletExposureResolver,
    WalletPathsResolver,
    WalletReachResolver,
    ReachedWalletsResolver,
    TraceShareResolver,
    WalletAccountsResolver,
    RegisterDepositWalletsResolver,
    EndDepositWalletsResolver,
    ImportLogResolver,
    AccountResolver,
    ActorWalletsResolver,
    ActorReachResolver,
    WatchCommandResolver,
    UnwatchResolver,
    WatchResolver,
    AlertResolver,
    AlertCauseResolver,
    RegisterWebhookResolver,
    UnregisterWebhookResolver,
    RedeliverResolver,
    WebhookResolver,
    ...transferReceivingResolvers,
    TransferUploadResolver,
  ],
  types: [WalletType, AccountType, ActorType, TraceType],
  references: {
    Wallet: resolveWalletReference,
    Account: resolveAccountReference,
    Actor: resolveActorReference,
    Trace: resolveTraceReference,
  },
  typeScopes: attributionTypeScopes,
  tags: attributionTags,
  permissions: attributionPermissions,
  plainFields: { Wallet: { attributions: attributionsOf, accounts: accountsOf } },
};
