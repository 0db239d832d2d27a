import type DataLoader from 'dataloader';
import { loadMany, loadOne } from '../../shared/batch/loaders';
import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { AccountRecord } from './account/account.record';
import type { AccountStore } from './account/account.store';
import type { ClaimRecord } from './claim/claim.record';
import { type ClaimView, claimViewOf } from './claim/claim.rules';
import type { ClaimStore } from './claim/claim.store';
import type { ContradictionStore } from './contradiction/contradiction.store';
import type { HoldingRecord } from './holding/holding.record';
import type { HoldingStore } from './holding/holding.store';
import type { IncidentRecord } from './incident/incident.record';
import type { IncidentStore } from './incident/incident.store';
import { mayKnowRestricted } from './legalProcess/disclosure.rules';
import type { LegalProcessRecord } from './legalProcess/legalProcess.record';
import type { LegalProcessStore } from './legalProcess/legalProcess.store';
import type { MeasureRecord } from './measure/measure.record';
import type { MeasureStore } from './measure/measure.store';
import type { RecoveryStore } from './recovery/recovery.store';
import type { Tenant } from './tenancy';
import type { VenueRecord } from './venue/venue.record';
import type { VenueStore } from './venue/venue.store';

/** The stores of the subgraph: made once, used by every request. */
export interface EnforcementStores {
  readonly venues: VenueStore;
  readonly accounts: AccountStore;
  readonly processes: LegalProcessStore;
  readonly measures: MeasureStore;
  readonly holdings: HoldingStore;
  readonly incidents: IncidentStore;
  readonly recoveries: RecoveryStore;
  readonly claims: ClaimStore;
  readonly contradictions: ContradictionStore;
}

/**
 * What a resolver has: the stores, what the caller may see of them, and loaders that batch within this one request and
 * ask with just that.
 */
export interface EnforcementContext {
  readonly stores: EnforcementStores;
  /** One instant for the whole request: what is in force in one field is in force in all. */
  readonly now: Date;
  readonly tenant: Tenant;
  readonly claimView: ClaimView;
  readonly venueById: DataLoader<string, VenueRecord | null>;
  readonly accountById: DataLoader<string, AccountRecord | null>;
  readonly measuresByAccount: DataLoader<string, readonly MeasureRecord[]>;
  readonly holdingsByAccount: DataLoader<string, readonly HoldingRecord[]>;
  /** Null for one that the caller may not know of, as for one that is not there. */
  readonly processById: DataLoader<string, LegalProcessRecord | null>;
  readonly incidentById: DataLoader<string, IncidentRecord | null>;
  readonly claimById: DataLoader<string, ClaimRecord | null>;
}

export function createEnforcementContext(stores: EnforcementStores, now: () => Date) {
  return (caller: Identity): EnforcementContext => {
    const tenant = tenantOf(caller);
    const claimView = claimViewOf(caller);
    const restricted = mayKnowRestricted(caller);
    const { venues, accounts, measures, holdings, processes, incidents, claims } = stores;
    return {
      stores,
      now: now(),
      tenant,
      claimView,
      venueById: loadOne(venues.byIds, (venue) => venue._id),
      accountById: loadOne(
        (ids) => accounts.byIds(tenant, ids),
        (account) => account._id,
      ),
      measuresByAccount: loadMany(
        (ids) => measures.byAccounts(tenant, ids),
        ({ accountId }) => [accountId],
      ),
      holdingsByAccount: loadMany(
        (ids) => holdings.byAccounts(tenant, ids),
        ({ accountId }) => [accountId],
      ),
      processById: loadOne(
        (ids) => processes.byIds(ids, { restricted }),
        (process) => process._id,
      ),
      incidentById: loadOne(incidents.byIds, (incident) => incident._id),
      claimById: loadOne(
        (ids) => claims.byIds(claimView, ids),
        (claim) => claim._id,
      ),
    };
  };
}
