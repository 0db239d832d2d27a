import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { resolveWalletReference } from '../../shared/subgraph/walletType';
import { ActorResolver } from './actor/actor.resolver';
import { ActorsByIdentifierResolver } from './actor/actorsByIdentifier.resolver';
import { ParticularsResolver } from './actor/particulars.resolver';
import { ActorType } from './actor/actor.type';
import { CheckDecisionResolver } from './command/checkDecision';
import { DecideMatchResolver } from './command/decideMatch';
import { DecisionResolver } from './decision/decision.resolver';
import { RecordCustomerResolver } from './command/recordCustomer';
import type { SanctionsContext } from './context';
import { CustomerResolver } from './customer/customer.resolver';
import { CustomerMatchResolver } from './customerMatch/customerMatch.resolver';
import { CustomerScreeningResolver } from './customerScreening/customerScreening.resolver';
import { DesignationResolver, ListDesignationResolver } from './designation/designation.resolver';
import { sanctionsPermissions } from './permissions';
import { sanctionsTypeScopes } from './scopes';
import { sanctionsTags } from './tags';
import { ActorChangeResolver } from './actor/actorChange.resolver';
import { ReconciliationResolver } from './list/reconciliation.resolver';
import { SanctionsListResolver } from './list/sanctionsList.resolver';
import { OwnershipResolver, OwnershipStakeResolver } from './ownership/ownership.resolver';
import {
  ActorRelationshipsResolver,
  LinkedActorResolver,
  RelationshipResolver,
  resolveActorLinkReference,
  resolveActorReference,
} from './relationship/relationship.resolver';
import { ActorLinkType } from './relationship/relationship.type';
import { DecideListUploadResolver } from './upload/decideListUpload';
import { listReceivingResolvers, ListUploadResolver } from './upload/listUpload.resolver';
import { NameMatchResolver, ScreeningResolver } from './screening/screening.resolver';
import { ListedWalletsResolver, WalletResolver } from './wallet/wallet.resolver';
import { ScreeningAlertResolver } from './screeningAlert/screeningAlert.resolver';
import { WalletType } from './wallet/wallet.type';

/** The nouns of the sanctions subgraph. */
export const sanctionsDefinition: SubgraphDefinition<SanctionsContext> = {
  resolvers: [
    ActorResolver,
    ActorsByIdentifierResolver,
    ParticularsResolver,
    OwnershipResolver,
    OwnershipStakeResolver,
    DesignationResolver,
    ListDesignationResolver,
    ActorRelationshipsResolver,
    RelationshipResolver,
    LinkedActorResolver,
    SanctionsListResolver,
    ReconciliationResolver,
    ActorChangeResolver,
    WalletResolver,
    ListedWalletsResolver,
    ScreeningResolver,
    NameMatchResolver,
    CustomerResolver,
    RecordCustomerResolver,
    DecideMatchResolver,
    CheckDecisionResolver,
    DecisionResolver,
    CustomerMatchResolver,
    CustomerScreeningResolver,
    ScreeningAlertResolver,
    ...listReceivingResolvers,
    ListUploadResolver,
    DecideListUploadResolver,
  ],
  types: [ActorType, ActorLinkType, WalletType],
  references: {
    Actor: resolveActorReference,
    ActorLink: resolveActorLinkReference,
    Wallet: resolveWalletReference,
  },
  typeScopes: sanctionsTypeScopes,
  tags: sanctionsTags,
  permissions: sanctionsPermissions,
};
