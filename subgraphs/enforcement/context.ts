import DataLoader from 'dataloader';
import { loadMany, loadOne } from '../../shared/batch/loaders';
import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { AccountStatusStore } from './accountStatus/accountStatus.store';
import type { AccountRecord } from './account/account.record';
import type { AccountStore } from './account/account.store';
import { claimLoader } from './claim/claim.loader';
import type { ClaimRecord } from './claim/claim.record';
import { claimTextsOf, type ClaimView } from './claim/claim.rules';
import type { ClaimStore } from './claim/claim.store';
import type { PassageRecord } from './claim/passage.record';
import type { PassageStore } from './claim/passage.store';
import type { ContradictionStore } from './contradiction/contradiction.store';
import type { HoldingRecord } from './holding/holding.record';
import type { HoldingStore } from './holding/holding.store';
import type { IncidentRecord } from './incident/incident.record';
import type { IncidentStore } from './incident/incident.store';
import type { Ledger } from '@cordon/ledger';
import type { ContradictionGroup } from './contradiction/editorGroups.rules';
import { groupsOnce } from './contradiction/findContradictions';
import { publicView } from './publicStatement/publicView';
import { knowledgeOf, type ProcessKnowledge } from './legalProcess/disclosure.rules';
import type { LegalProcessRecord } from './legalProcess/legalProcess.record';
import type { LegalProcessStore } from './legalProcess/legalProcess.store';
import { asKnownNow } from './measure/known.rules';
import type { MeasureRecord } from './measure/measure.record';
import type { MeasureStore } from './measure/measure.store';
import type { OutflowRecord } from './obligation/outflow.record';
import type { OutflowStore } from './obligation/outflow.store';
import type { ProposalStore } from './proposal/proposal.store';
import type { RecoveryStore } from './recovery/recovery.store';
import type { ReportStore } from './report/report.store';
import type { RetentionHoldRecord } from './retention/retentionHold.record';
import type { RetentionHoldStore } from './retention/retentionHold.store';
import type { Tenant } from './tenancy';
import type { HoldingValuationRecord } from './valuation/holdingValuation.record';
import type { HoldingValuationStore } from './valuation/holdingValuation.store';
import type { VenueRecord } from './venue/venue.record';
import type { VenueStore } from './venue/venue.store';

/** The stores of the subgraph: made once, used by every request. */
export interface EnforcementStores {
  readonly venues: VenueStore;
  readonly accounts: AccountStore;
  readonly accountStatuses: AccountStatusStore;
  readonly processes: LegalProcessStore;
  readonly measures: MeasureStore;
  readonly holdings: HoldingStore;
  readonly incidents: IncidentStore;
  readonly recoveries: RecoveryStore;
  readonly proposals: ProposalStore;
  readonly outflows: OutflowStore;
  readonly holdingValuations: HoldingValuationStore;
  readonly reports: ReportStore;
  readonly retentionHolds: RetentionHoldStore;
  readonly claims: ClaimStore;
  readonly passages: PassageStore;
  readonly contradictions: ContradictionStore;
}

/**
 * What a resolver has: the stores, what the caller may see of them, and loaders that batch within this one request and
 * ask with just that.
 */
export interface EnforcementContext {
  readonly stores: EnforcementStores;
  /** Commands are appended to it; the views follow. */
  readonly ledger: Ledger;
  readonly catchUp: (upTo?: number) => Promise<void>;
  readonly caller: Identity;
  /** Which legal processes the caller may know of. */
  readonly knowledge: ProcessKnowledge;
  /** One instant for the whole request: what is in force in one field is in force in all. */
  readonly now: Date;
  readonly tenant: Tenant;
  readonly claimView: ClaimView;
  /** The contradictions among the claims that the caller may see; found once a request. */
  readonly contradictionGroups: () => Promise<readonly ContradictionGroup[]>;
  /** Which claims the public may hear, and the contradictions among them: the same for every caller. */
  readonly publicClaims: ClaimView;
  readonly publicContradictionGroups: () => Promise<readonly ContradictionGroup[]>;
  readonly venueById: DataLoader<string, VenueRecord | null>;
  readonly accountById: DataLoader<string, AccountRecord | null>;
  /** As they are known now. */
  readonly measuresByAccount: DataLoader<string, readonly MeasureRecord[]>;
  /** Also those that were retracted: for what was known at another time. */
  readonly measureHistoryByAccount: DataLoader<string, readonly MeasureRecord[]>;
  readonly holdingsByAccount: DataLoader<string, readonly HoldingRecord[]>;
  readonly valuationsByAccount: DataLoader<string, readonly HoldingValuationRecord[]>;
  readonly outflowsByAccount: DataLoader<string, readonly OutflowRecord[]>;
  /** Also those that were lifted. */
  readonly retentionHoldsByAccount: DataLoader<string, readonly RetentionHoldRecord[]>;
  /** Null for one that the caller may not know of, as for one that is not there. */
  readonly processById: DataLoader<string, LegalProcessRecord | null>;
  readonly incidentById: DataLoader<string, IncidentRecord | null>;
  readonly claimById: DataLoader<string, ClaimRecord | null>;
  readonly passageById: DataLoader<string, PassageRecord | null>;
}

export function createEnforcementContext(
  { stores, ledger, catchUp }: Pick<EnforcementContext, 'stores' | 'ledger' | 'catchUp'>,
  now: () => Date,
) {
  return (caller: Identity): EnforcementContext => {
    const tenant = tenantOf(caller);
    const knowledge = knowledgeOf(caller);
    const { venues, accounts, measures, holdings, processes, incidents } = stores;
    const measureHistoryByAccount = loadMany(
      (ids: readonly string[]) => measures.byAccounts(tenant, ids),
      ({ accountId }) => [accountId],
    );
    return {
      stores,
      ledger,
      catchUp,
      caller,
      knowledge,
      now: now(),
      tenant,
      ...claimsSeen(stores, caller),
      venueById: loadOne(venues.byIds, (venue) => venue._id),
      accountById: loadOne(
        (ids) => accounts.byIds(tenant, ids),
        (account) => account._id,
      ),
      measuresByAccount: knownNow(measureHistoryByAccount),
      measureHistoryByAccount,
      holdingsByAccount: loadMany(
        (ids) => holdings.byAccounts(tenant, ids),
        ({ accountId }) => [accountId],
      ),
      valuationsByAccount: loadMany(
        (ids) => stores.holdingValuations.byAccounts(tenant, ids),
        ({ accountId }) => [accountId],
      ),
      outflowsByAccount: loadMany(
        (ids) => stores.outflows.byAccounts(tenant, ids),
        ({ accountId }) => [accountId],
      ),
      retentionHoldsByAccount: loadMany(stores.retentionHolds.byAccounts, ({ accountIds }) => accountIds),
      processById: loadOne(
        (ids) => processes.byIds(ids, knowledge),
        (process) => process._id,
      ),
      incidentById: loadOne(incidents.byIds, (incident) => incident._id),
      passageById: loadOne(stores.passages.byIds, (passage) => passage._id),
    };
  };
}

/** Which claims the caller may see, and which the public may hear, with the contradictions among each. */
function claimsSeen(stores: EnforcementStores, caller: Identity) {
  const { claims, processes } = stores;
  const knowledge = knowledgeOf(caller);
  let hidden: Promise<readonly string[]> | undefined;
  const claimView: ClaimView = {
    texts: claimTextsOf(caller),
    notAbout: () => (hidden ??= processes.hiddenFrom(knowledge)),
  };
  const publicClaims = publicView(stores);
  const claimById = claimLoader(claims, claimView);
  const publicClaimById = claimLoader(claims, publicClaims);
  return {
    claimView,
    claimById,
    contradictionGroups: groupsOnce({ stores, claimView, claimById }),
    publicClaims,
    publicContradictionGroups: groupsOnce({ stores, claimView: publicClaims, claimById: publicClaimById }),
  };
}

/** The same rows as the history, without a read of their own. */
function knownNow(histories: EnforcementContext['measureHistoryByAccount']) {
  return new DataLoader(
    async (ids: readonly string[]) =>
      (await histories.loadMany(ids)).map((found) => (found instanceof Error ? found : asKnownNow(found))),
    { maxBatchSize: 1_000 },
  );
}
