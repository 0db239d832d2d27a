import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { AccountResolver, resolveAccountReference } from './account/account.resolver';
import { AccountType } from './account/account.type';
import { resolveActorReference } from './actor/actor.reference';
import { ActorType } from './actor/actor.type';
import { ClaimResolver } from './claim/claim.resolver';
import type { EnforcementContext } from './context';
import { ContradictionResolver } from './contradiction/contradiction.resolver';
import { FrozenAccountResolver, FrozenAccountsResolver } from './frozenAccount/frozenAccount.resolver';
import { AccountHoldingsResolver, HoldingResolver } from './holding/holding.resolver';
import { IncidentLossResolver, IncidentResolver } from './incident/incident.resolver';
import { AccountMeasuresResolver, MeasureResolver } from './measure/measure.resolver';
import { RecoveryResolver } from './recovery/recovery.resolver';

/** The nouns of the enforcement subgraph. */
export const enforcementDefinition: SubgraphDefinition<EnforcementContext> = {
  resolvers: [
    AccountResolver,
    AccountMeasuresResolver,
    AccountHoldingsResolver,
    MeasureResolver,
    HoldingResolver,
    FrozenAccountsResolver,
    FrozenAccountResolver,
    IncidentResolver,
    IncidentLossResolver,
    RecoveryResolver,
    ClaimResolver,
    ContradictionResolver,
  ],
  types: [AccountType, ActorType],
  references: {
    Account: resolveAccountReference,
    Actor: resolveActorReference,
  },
};
