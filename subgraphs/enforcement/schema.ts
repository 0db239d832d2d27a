import type { SubgraphDefinition } from '../../shared/subgraph/buildSubgraph';
import { AccountResolver, resolveAccountReference } from './account/account.resolver';
import { AccountType } from './account/account.type';
import { resolveActorReference } from './actor/actor.reference';
import { ActorType } from './actor/actor.type';
import { AmendLegalProcessResolver } from './command/amendLegalProcess';
import { ApproveProposalResolver } from './command/approveProposal';
import { BlockAccountResolver } from './command/blockAccount';
import { ClearMeasureResolver } from './command/clearMeasure';
import { ConfirmEmergencyFreezeResolver } from './command/confirmEmergencyFreeze';
import { CorrectIncidentResolver } from './command/correctIncident';
import { CorrectLegalProcessResolver } from './command/correctLegalProcess';
import { CorrectRecoveryResolver } from './command/correctRecovery';
import { CorrectReportResolver } from './command/correctReport';
import { CorrectRetentionHoldResolver } from './command/correctRetentionHold';
import { CorrectValuationResolver } from './command/correctValuation';
import { EmergencyFreezeResolver } from './command/emergencyFreeze';
import { FileReportResolver } from './command/fileReport';
import { FlagAccountResolver } from './command/flagAccount';
import { ForfeitAccountResolver } from './command/forfeitAccount';
import { FreezeAccountResolver } from './command/freezeAccount';
import { LiftRetentionHoldResolver } from './command/liftRetentionHold';
import { ObserveAmountResolver } from './command/observeAmount';
import { PlaceRetentionHoldResolver } from './command/placeRetentionHold';
import { RecordIncidentResolver } from './command/recordIncident';
import { RecordInflowResolver } from './command/recordInflow';
import { RecordLegalProcessResolver } from './command/recordLegalProcess';
import { RecordRecoveryResolver } from './command/recordRecovery';
import { RecordValuationResolver } from './command/recordValuation';
import { RegisterAccountResolver } from './command/registerAccount';
import { RegisterHoldingResolver } from './command/registerHolding';
import { RegisterVenueResolver } from './command/registerVenue';
import { RejectProposalResolver } from './command/rejectProposal';
import { ReleaseMeasureResolver } from './command/releaseMeasure';
import { RestrictAccountResolver } from './command/restrictAccount';
import { SeizeAccountResolver } from './command/seizeAccount';
import { TransferAmountResolver } from './command/transferAmount';
import { WithdrawLegalProcessResolver } from './command/withdrawLegalProcess';
import { ClaimResolver, ValueLinkResolver } from './claim/claim.resolver';
import type { EnforcementContext } from './context';
import {
  ClaimContradictionsResolver,
  LossEstimateContradictionsResolver,
} from './contradiction/claimContradictions.resolver';
import { ContradictionFindingResolver, ContradictionResolver } from './contradiction/contradiction.resolver';
import { FrozenAccountResolver, FrozenAccountsResolver } from './frozenAccount/frozenAccount.resolver';
import { AccountHoldingsResolver, HoldingResolver } from './holding/holding.resolver';
import { IncidentLossResolver, IncidentResolver } from './incident/incident.resolver';
import { LedgerHeadResolver } from './ledgerHead/ledgerHead.resolver';
import { LedgerProofResolver } from './ledgerHead/ledgerProof.resolver';
import { LossEstimateResolver } from './lossEstimate/lossEstimate.resolver';
import { LegalProcessResolver } from './legalProcess/legalProcess.resolver';
import { LegalProcessesResolver } from './legalProcess/legalProcesses.resolver';
import { AccountMeasuresResolver, MeasureResolver } from './measure/measure.resolver';
import { MeasuresResolver } from './measure/measures.resolver';
import { MeasureAmountResolver, MeasureReachResolver } from './measure/measureReach.resolver';
import { enforcementPermissions } from './permissions';
import { enforcementTypeScopes } from './scopes';
import { enforcementTags } from './tags';
import { ProposalResolver } from './proposal/proposal.resolver';
import { AccountObligationsResolver } from './obligation/accountObligations.resolver';
import { ObligationResolver } from './obligation/obligation.resolver';
import { PublicStatementContradictionsResolver } from './publicStatement/publicStatementContradictions.resolver';
import { PublicStatementResolver } from './publicStatement/publicStatement.resolver';
import { RecoveryResolver } from './recovery/recovery.resolver';
import { BlockedReportResolver } from './report/blockedReport.resolver';
import { FiledReportsResolver } from './report/filedReports.resolver';
import { FiledReportResolver } from './report/report.resolver';
import { AccountRetentionResolver, MeasureRetentionResolver } from './retention/retention.resolver';
import { RetentionHoldsResolver } from './retention/retentionHolds.resolver';
import { HoldingValuationResolver } from './valuation/holdingValuation.resolver';

/** The nouns of the enforcement subgraph. */
export const enforcementDefinition: SubgraphDefinition<EnforcementContext> = {
  resolvers: [
    AccountResolver,
    AccountMeasuresResolver,
    AccountHoldingsResolver,
    MeasureResolver,
    MeasuresResolver,
    MeasureReachResolver,
    MeasureAmountResolver,
    LegalProcessResolver,
    LegalProcessesResolver,
    HoldingResolver,
    FrozenAccountsResolver,
    FrozenAccountResolver,
    IncidentResolver,
    IncidentLossResolver,
    RecoveryResolver,
    ObligationResolver,
    AccountObligationsResolver,
    FiledReportResolver,
    FiledReportsResolver,
    BlockedReportResolver,
    RetentionHoldsResolver,
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
    LedgerHeadResolver,
    LedgerProofResolver,
    RegisterHoldingResolver,
    ObserveAmountResolver,
    RecordInflowResolver,
    CorrectIncidentResolver,
    CorrectRecoveryResolver,
    CorrectReportResolver,
    CorrectValuationResolver,
    CorrectRetentionHoldResolver,
    ApproveProposalResolver,
    RejectProposalResolver,
    ConfirmEmergencyFreezeResolver,
    FlagAccountResolver,
    RestrictAccountResolver,
    ClearMeasureResolver,
    RecordIncidentResolver,
    RecordRecoveryResolver,
    RecordValuationResolver,
    FreezeAccountResolver,
    BlockAccountResolver,
    SeizeAccountResolver,
    ForfeitAccountResolver,
    ReleaseMeasureResolver,
    TransferAmountResolver,
    EmergencyFreezeResolver,
    RecordLegalProcessResolver,
    AmendLegalProcessResolver,
    CorrectLegalProcessResolver,
    WithdrawLegalProcessResolver,
    FileReportResolver,
    PlaceRetentionHoldResolver,
    LiftRetentionHoldResolver,
    RegisterVenueResolver,
    RegisterAccountResolver,
  ],
  types: [AccountType, ActorType],
  references: {
    Account: resolveAccountReference,
    Actor: resolveActorReference,
  },
  typeScopes: enforcementTypeScopes,
  tags: enforcementTags,
  permissions: enforcementPermissions,
};
