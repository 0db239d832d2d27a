import type DataLoader from 'dataloader';
import { loadMany, loadOne, type RowsLoader } from '../../shared/batch/loaders';
import { CordonError } from '../../shared/errors/cordonError';
import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { ActorStatement, AttributionRecord } from './attribution/attribution.record';
import type { AttributionStore } from './attribution/attribution.store';
import type { CrossingRecord } from './crossing/crossing.record';
import { type CrossingStore, placeKey } from './crossing/crossing.store';
import type { HandStatementStore } from './manual/manualAttribution.store';
import type { DepositStore, Tenant } from './deposit/deposit.store';
import type { Registration } from './deposit/registration.rules';
import type { TracingView, TransferEngine } from './tracing/runtime/transferEngine';
import { type ExposureOf, requestExposures } from './exposure/requestExposures';
import { requestShares, type ShareOf } from './exposure/requestShares';
import type { QuarantinedRowRecord } from './importLog/importLog.record';
import type { ImportLogStore } from './importLog/importLog.store';
import { type QuarantinedPageKey, quarantinedPages } from './importLog/quarantinedPages.loader';
import type { Monitoring } from './monitoring/openMonitoring';
import { type AccountTraces, findAccountTraces } from './tracing/findAccountTraces';
import { movementsBySeqs, type NamedMovement } from './tracing/namedMovement';
import type { TransferRecord } from './transfer/transfer.record';
import type { TransferStore } from './transfer/transfer.store';
import {
  type TransferPageKey,
  transferPages,
  type UtxoPageKey,
  utxoPages,
} from './transfer/transferPages.loader';
import type { UtxoTransactionRecord } from './transfer/utxoTransaction.record';

/** The stores of the subgraph: made once, used by every request. */
export interface AttributionStores {
  readonly attributions: AttributionStore;
  readonly handStatements: HandStatementStore;
  readonly transfers: TransferStore;
  readonly crossings: CrossingStore;
  readonly deposits: DepositStore;
  /** What imports of files left behind. */
  readonly importLog: ImportLogStore;
  /** The transfers in memory, and the searches over them. */
  readonly engine: TransferEngine;
  /** Saved subjects, their alerts, and who is told. */
  readonly monitoring: Monitoring;
  /** The cases, and publications of lists, that are being loaded, or whose loading was cut off. */
  readonly unfinishedCases: () => Promise<readonly string[]>;
}

/** What a resolver has: who asks, the stores, and loaders that batch within this one request. */
export interface AttributionContext {
  readonly caller: Identity;
  readonly tenant: Tenant;
  readonly stores: AttributionStores;
  readonly now: Date;
  /** What the caller may be shown of what is said: a partner sees what public sources say. */
  readonly attributionsByMatchKey: RowsLoader<string, AttributionRecord>;
  readonly attributionsByActor: DataLoader<string, readonly ActorStatement[]>;
  /** The tenant's alone, where the caller has one; those that were ended too. */
  readonly depositsByMatchKey: RowsLoader<string, Registration>;
  readonly depositsByAccount: DataLoader<string, readonly Registration[]>;
  readonly transferPages: DataLoader<TransferPageKey, readonly TransferRecord[], string>;
  readonly utxoPages: DataLoader<UtxoPageKey, readonly UtxoTransactionRecord[], string>;
  readonly quarantinedPages: DataLoader<QuarantinedPageKey, readonly QuarantinedRowRecord[], string>;
  /** What a seq, as text, names: a transfer, or an output of a UTXO transaction. */
  readonly movementBySeq: DataLoader<string, NamedMovement | null>;
  /** A recorded crossing by the movements that it joins (`placeKey`). */
  readonly crossingByPlace: DataLoader<string, CrossingRecord | null>;
  /** The state of the transfers that this request's searches look at: one for all of them. */
  tracing(): Promise<TracingView>;
  /** Where the funds of a wallet come from, or went. */
  readonly exposureOf: ExposureOf;
  /** The share of an actor in what a wallet received. */
  readonly shareOf: ShareOf;
  /** The accounts that these actors' funds reached; searched once a request, over one state of the transfers. */
  tracesOf(actorIds: readonly string[], maxHops: number): Promise<AccountTraces>;
}

export function createAttributionContext(stores: AttributionStores, clock: () => Date) {
  return (caller: Identity): AttributionContext => {
    const tenant = tenantOf(caller);
    const now = clock();
    const attributionsByActor = loadMany(
      (actorIds: readonly string[]) => stores.attributions.byActors(actorIds, tenant),
      ({ actorId }: ActorStatement) => [actorId],
    );
    let view: Promise<TracingView> | undefined;
    const tracing = async () => {
      await refuseWhileLoading(stores);
      return (view ??= stores.engine.view(tenant, callerKey(caller)));
    };
    const search = async (actorIds: readonly string[], maxHops: number) => {
      const state = await tracing();
      const statements = await Promise.all(actorIds.map((id) => attributionsByActor.load(id)));
      const asked = { statements: statements.flat(), maxHops, tenant, knownAt: now };
      const traces = await findAccountTraces(asked, state, stores);
      // One that began since the view was taken may be half in what was read after it.
      await refuseWhileLoading(stores);
      return traces;
    };
    const searches = new Map<string, Promise<AccountTraces>>();
    return {
      caller,
      tenant,
      stores,
      now,
      attributionsByMatchKey: loadMany(
        (keys: readonly string[]) => stores.attributions.byMatchKeys(keys, tenant),
        ({ matchKey }) => [matchKey],
      ),
      attributionsByActor,
      depositsByMatchKey: loadMany(
        (keys: readonly string[]) => stores.deposits.byMatchKeys(keys, tenant),
        ({ matchKey }) => [matchKey],
      ),
      depositsByAccount: loadMany(
        (accountIds: readonly string[]) => stores.deposits.byAccounts(accountIds, tenant),
        ({ accountId }) => [accountId],
      ),
      ...pageLoaders(stores),
      ...movementLoaders(stores),
      tracing,
      exposureOf: requestExposures({
        view: tracing,
        statements: (keys) => stores.attributions.byMatchKeys(keys, tenant),
        knownAt: now,
      }),
      shareOf: requestShares({
        view: tracing,
        statements: (actorId) => attributionsByActor.load(actorId),
        knownAt: now,
      }),
      tracesOf(actorIds, maxHops) {
        const asked = [...new Set(actorIds)].sort();
        return once(searches, `${maxHops} ${asked.join(' ')}`, () => search(asked, maxHops));
      },
    };
  };
}

/** Tells callers apart in the queue of searches: a subject is unique within its issuer only. */
const callerKey = ({ issuer, client, venue, subject }: Identity) =>
  JSON.stringify([issuer, client, venue, subject]);

/** Loaders of what a caller may see whoever they are: pages of transfers, and of what imports refused. */
const pageLoaders = ({ transfers, importLog }: AttributionStores) => ({
  transferPages: transferPages(transfers),
  utxoPages: utxoPages(transfers),
  quarantinedPages: quarantinedPages(importLog),
});

/** Transfers one by one, and what joins them. */
const movementLoaders = ({ transfers, crossings }: AttributionStores) => ({
  movementBySeq: loadOne(
    (seqs: readonly string[]) => movementsBySeqs(transfers, seqs.map(Number)),
    ({ seq }) => String(seq),
  ),
  crossingByPlace: loadOne(
    (keys: readonly string[]) =>
      crossings.byOutSeqs([...new Set(keys.map((key) => Number(key.split(' ')[1])))]),
    placeKey,
  ),
});

/** What is known by a key, or is asked for now. */
function once<Value>(known: Map<string, Value>, key: string, ask: () => Value): Value {
  const value = known.get(key) ?? ask();
  known.set(key, value);
  return value;
}

/** With a part of a case, or what a list says, missing, funds would seem to have reached nobody. */
async function refuseWhileLoading({ unfinishedCases }: AttributionStores): Promise<void> {
  const cases = await unfinishedCases();
  if (cases.length === 0) return;
  throw new CordonError(
    'IMPORT_UNFINISHED',
    `where funds went is not known while ${cases.join(' and ')} is not wholly loaded`,
  );
}
