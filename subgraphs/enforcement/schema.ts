import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { AccountResolver, resolveAccountReference } from './account/account.resolver';
import { AccountType } from './account/account.type';
import { resolveActorReference } from './actor/actor.reference';
import { ActorType } from './actor/actor.type';
import { ClaimResolver, ValueLinkResolver } from './claim/claim.resolver';
import { AmountsResolver } from './command/amounts.resolver';
import { CorrectionsResolver } from './command/corrections.resolver';
import { DecisionsResolver } from './command/decisions.resolver';
import { FlagsResolver } from './command/flags.resolver';
import { IncidentActsResolver } from './command/incidents.resolver';
import { MeasureActsResolver } from './command/measureActs.resolver';
import { ProcessesResolver } from './command/processes.resolver';
import { RecordsResolver } from './command/records.resolver';
import { RegistryResolver } from './command/registry.resolver';
import type { EnforcementContext } from './context';
import {
  ClaimContradictionsResolver,
  LossEstimateContradictionsResolver,
} from './contradiction/claimContradictions.resolver';
import { ContradictionFindingResolver, ContradictionResolver } from './contradiction/contradiction.resolver';
import { FrozenAccountResolver, FrozenAccountsResolver } from './frozenAccount/frozenAccount.resolver';
import { AccountHoldingsResolver, HoldingResolver } from './holding/holding.resolver';
import { IncidentLossResolver, IncidentResolver } from './incident/incident.resolver';
import { LossEstimateResolver } from './lossEstimate/lossEstimate.resolver';
import { LegalProcessResolver } from './legalProcess/legalProcess.resolver';
import { AccountMeasuresResolver, MeasureResolver } from './measure/measure.resolver';
import { MeasureAmountResolver, MeasureReachResolver } from './measure/measureReach.resolver';
import { enforcementPermissions } from './permissions';
import { enforcementTypeScopes } from './scopes';
import { ProposalResolver } from './proposal/proposal.resolver';
import { ObligationResolver } from './obligation/obligation.resolver';
import { PublicStatementContradictionsResolver } from './publicStatement/publicStatementContradictions.resolver';
import { PublicStatementResolver } from './publicStatement/publicStatement.resolver';
import { RecoveryResolver } from './recovery/recovery.resolver';
import { FiledReportResolver } from './report/report.resolver';
import { AccountRetentionResolver, MeasureRetentionResolver } from './retention/retention.resolver';
import { HoldingValuationResolver } from './valuation/holdingValuation.resolver';

/** The nouns of the enforcement subgraph. */
export const enforcementDefinition: SubgraphDefinition<EnforcementContext> = {
  resolvers: [
    AccountResolver,
    AccountMeasuresResolver,
    AccountHoldingsResolver,
    MeasureResolver,
    MeasureReachResolver,
    MeasureAmountResolver,
    LegalProcessResolver,
    HoldingResolver,
    FrozenAccountsResolver,
    FrozenAccountResolver,
    IncidentResolver,
    IncidentLossResolver,
    RecoveryResolver,
    ObligationResolver,
    FiledReportResolver,
    AccountRetentionResolver,
    MeasureRetentionResolver,
    HoldingValuationResolver,
    ClaimResolver,
    ValueLinkResolver,
    ContradictionResolver,
    ContradictionFindingResolver,
    LossEstimateResolver,
    PublicStatementResolver,
    ClaimContradictionsResolver,
    LossEstimateContradictionsResolver,
    PublicStatementContradictionsResolver,
    ProposalResolver,
    MeasureActsResolver,
    DecisionsResolver,
    FlagsResolver,
    ProcessesResolver,
    RegistryResolver,
    AmountsResolver,
    IncidentActsResolver,
    RecordsResolver,
    CorrectionsResolver,
  ],
  types: [AccountType, ActorType],
  references: {
    Account: resolveAccountReference,
    Actor: resolveActorReference,
  },
  typeScopes: enforcementTypeScopes,
  permissions: enforcementPermissions,
};
