import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { HasUploads } from '../../shared/upload/upload.context';
import { neverEnds } from '../../shared/subgraph/endedRequest';
import { type HasAttributions, loadAttributions } from './attribution/attribution.context';
import type { AttributionStore } from './attribution/attribution.store';
import { type HasCrossings, loadCrossings } from './crossing/crossing.context';
import type { CrossingStore } from './crossing/crossing.store';
import { type HasDeposits, loadDeposits } from './deposit/deposit.context';
import type { DepositStore } from './deposit/deposit.store';
import { type HasExposures, loadExposures } from './exposure/exposure.context';
import { type HasImportLog, loadImportLog } from './importLog/importLog.context';
import type { ImportLogStore } from './importLog/importLog.store';
import type { ManualAttributionStore } from './manual/manualAttribution.store';
import type { Monitoring } from './monitoring/openMonitoring';
import { type HasReach, loadReach } from './reach/reach.context';
import { type HasTracing, loadTraces, type TracingStores } from './tracing/tracing.context';
import { type HasTransfers, loadTransfers } from './transfer/transfer.context';
import type { TransferStore } from './transfer/transfer.store';
import type { HasCaller } from './vocabulary/hasCaller';
import type { Tenant } from './vocabulary/tenant';

/** The stores of the subgraph: made once, used by every request. */
export interface AttributionStores extends TracingStores {
  readonly attributions: AttributionStore;
  readonly manualAttributions: ManualAttributionStore;
  readonly transfers: TransferStore;
  readonly crossings: CrossingStore;
  readonly deposits: DepositStore;
  readonly importLog: ImportLogStore;
  readonly uploads: HasUploads['uploads'];
  /** Saved subjects, their alerts, and their webhooks. */
  readonly monitoring: Monitoring;
}

/**
 * The caller, the stores, and loaders that batch within one request. Each resolver asks only for its noun's
 * part.
 */
export interface AttributionContext
  extends
    HasCaller,
    HasAttributions,
    HasCrossings,
    HasDeposits,
    HasExposures,
    HasImportLog,
    HasReach,
    HasTracing,
    HasTransfers,
    HasUploads {
  readonly stores: AttributionStores;
}

/** Returns the stores of a tenant's request, whose reads end when the signal is aborted. */
export type StoresUntil = (signal: AbortSignal, tenant: Tenant) => AttributionStores;

export function createAttributionContext(storesUntil: StoresUntil, clock: () => Date) {
  return (caller: Identity, signal: AbortSignal = neverEnds): AttributionContext => {
    const asked = { caller, tenant: tenantOf(caller), now: clock(), signal };
    const stores = storesUntil(signal, asked.tenant);
    const attributions = loadAttributions(stores.attributions, asked.tenant);
    const traces = loadTraces(stores, { ...asked, ...attributions });
    return {
      ...asked,
      stores,
      uploads: stores.uploads,
      ...attributions,
      ...traces,
      ...loadDeposits(stores.deposits, asked.tenant),
      ...loadTransfers(stores.transfers),
      ...loadCrossings(stores.crossings),
      ...loadImportLog(stores.importLog),
      ...loadReach(stores.attributions, { ...asked, ...traces }),
      ...loadExposures(stores.attributions, { ...asked, ...attributions, ...traces }),
    };
  };
}
