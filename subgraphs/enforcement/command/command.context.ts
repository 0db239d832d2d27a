import type { Ledger } from '@cordon/ledger';
import type { HasAccounts } from '../account/account.context';
import type { HasClaims } from '../claim/claim.context';
import type { HasHoldings } from '../holding/holding.context';
import type { HasHoldingValuations } from '../valuation/holdingValuation.context';
import type { HasIncidents } from '../incident/incident.context';
import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasMeasures } from '../measure/measure.context';
import type { HasObligations } from '../obligation/obligation.context';
import type { HasOutflows } from '../outflow/outflow.context';
import type { HasProposals } from '../proposal/proposal.context';
import type { HasRecoveries } from '../recovery/recovery.context';
import type { HasReports } from '../report/report.context';
import type { HasRetentionHolds } from '../retention/retention.context';
import type { RequestContext } from '../rows/request';
import type { HasVenues } from '../venue/venue.context';

/** The ledger to which commands append, and the projections that follow it. */
export interface HasLedger {
  readonly ledger: Ledger;
  readonly catchUp: (upTo?: number) => Promise<void>;
}

/** The part of the context that commands use: they cross nouns. */
export type CommandContext = RequestContext &
  HasLedger &
  HasVenues &
  HasAccounts &
  HasLegalProcesses &
  HasMeasures &
  HasHoldings &
  HasHoldingValuations &
  HasObligations &
  HasOutflows &
  HasIncidents &
  HasRecoveries &
  HasProposals &
  HasReports &
  HasRetentionHolds &
  HasClaims;
