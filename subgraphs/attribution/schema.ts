import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { resolveWalletReference } from '../../shared/subgraph/walletType';
import {
  AccountResolver,
  accountsOf,
  resolveAccountReference,
  WalletAccountsResolver,
} from './account/account.resolver';
import { AccountType } from './account/account.type';
import { ActorReachResolver, ActorWalletsResolver, resolveActorReference } from './actor/actor.resolver';
import { ActorType } from './actor/actor.type';
import {
  AttributionResolver,
  attributionsOf,
  WalletAttributionsResolver,
} from './attribution/attribution.resolver';
import type { AttributionContext } from './context';
import { WalletExposureResolver } from './exposure/exposure.resolver';
import { HandStatementResolver } from './manual/manualAttribution.resolver';
import { DepositResolver } from './command/deposits.resolver';
import { ImportLogResolver } from './importLog/importLog.resolver';
import { AlertCauseResolver, AlertResolver } from './monitoring/alert.resolver';
import { WatchResolver } from './monitoring/watch.resolver';
import { WebhookResolver } from './monitoring/webhook.resolver';
import { attributionPermissions } from './permissions';
import { attributionTypeScopes } from './scopes';
import { WalletPathsResolver } from './tracing/pathsTo.resolver';
import { resolveTraceReference } from './tracing/trace.resolver';
import { TraceShareResolver } from './exposure/traceShare.resolver';
import { TraceType } from './tracing/trace.type';
import { WalletTransfersResolver } from './transfer/transfer.resolver';
import { WalletResolver } from './wallet/wallet.resolver';
import { WalletType } from './wallet/wallet.type';

/** The nouns of the attribution subgraph. */
export const attributionDefinition: SubgraphDefinition<AttributionContext> = {
  resolvers: [
    WalletResolver,
    WalletAttributionsResolver,
    AttributionResolver,
    HandStatementResolver,
    WalletTransfersResolver,
    WalletExposureResolver,
    WalletPathsResolver,
    TraceShareResolver,
    WalletAccountsResolver,
    DepositResolver,
    ImportLogResolver,
    AccountResolver,
    ActorWalletsResolver,
    ActorReachResolver,
    WatchResolver,
    AlertResolver,
    AlertCauseResolver,
    WebhookResolver,
  ],
  types: [WalletType, AccountType, ActorType, TraceType],
  references: {
    Wallet: resolveWalletReference,
    Account: resolveAccountReference,
    Actor: resolveActorReference,
    Trace: resolveTraceReference,
  },
  typeScopes: attributionTypeScopes,
  permissions: attributionPermissions,
  plainFields: { Wallet: { attributions: attributionsOf, accounts: accountsOf } },
};
