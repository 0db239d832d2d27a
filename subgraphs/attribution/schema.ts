import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { resolveWalletReference } from '../../shared/subgraph/walletType';
import { AccountResolver, resolveAccountReference, WalletAccountsResolver } from './account/account.resolver';
import { AccountType } from './account/account.type';
import { ActorReachResolver, ActorWalletsResolver, resolveActorReference } from './actor/actor.resolver';
import { ActorType } from './actor/actor.type';
import { AttributionResolver, WalletAttributionsResolver } from './attribution/attribution.resolver';
import type { AttributionContext } from './context';
import { resolveTraceReference } from './trace/trace.resolver';
import { TraceType } from './trace/trace.type';
import { WalletTransfersResolver } from './transfer/transfer.resolver';
import { WalletResolver } from './wallet/wallet.resolver';
import { WalletType } from './wallet/wallet.type';

/** The nouns of the attribution subgraph. */
export const attributionDefinition: SubgraphDefinition<AttributionContext> = {
  resolvers: [
    WalletResolver,
    WalletAttributionsResolver,
    AttributionResolver,
    WalletTransfersResolver,
    WalletAccountsResolver,
    AccountResolver,
    ActorWalletsResolver,
    ActorReachResolver,
  ],
  types: [WalletType, AccountType, ActorType, TraceType],
  references: {
    Wallet: resolveWalletReference,
    Account: resolveAccountReference,
    Actor: resolveActorReference,
    Trace: resolveTraceReference,
  },
};
