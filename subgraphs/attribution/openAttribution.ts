import { loadedCaseNames } from '../../shared/case/loadCase';
import type { Logger } from '../../shared/logger/logger';
import { noObservers, type Observers } from '../../shared/metrics/observers';
import { observeStore } from '../../shared/metrics/observeStore';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { attributionStore } from './attribution/attribution.store';
import { createAttributionContext, type StoresUntil } from './context';
import { crossingStore } from './crossing/crossing.store';
import { depositStore } from './deposit/deposit.store';
import { importLogStore } from './importLog/importLog.store';
import { unfinishedImports } from './sequence/unfinishedImports.store';
import { manualAttributionStore } from './manual/manualAttribution.store';
import { markedWalletStore } from './tracing/runtime/markedWallets.store';
import { openTransferEngine } from './tracing/runtime/transferEngine';
import { transferFeed } from './tracing/runtime/transferFeed.store';
import { openMonitoring } from './monitoring/openMonitoring';
import { signalStore } from './monitoring/signals.store';
import { attributionDefinition } from './schema';
import { transferStore } from './transfer/transfer.store';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { uploadStore } from '../../shared/upload/upload.store';
import { openTransferUploads } from './upload/openTransferUploads';
import { cachedModels } from '../../shared/mongo/cachedModels';
import { ReadCache } from '../../shared/mongo/readCache';
import { requestModels } from '../../shared/mongo/requestModels';
import { type AttributionRecords, connectAttribution } from './connectAttribution';

export interface OpenAttributionOptions extends DatabaseTarget {
  readonly logger: Logger;
  /** Metrics and traces of the process. Default: none. */
  readonly observers?: Observers;
  readonly now?: () => Date;
  /** The folder of the engine's snapshots of transfers; without it a start reads them all from the store. */
  readonly snapshotDir?: string | undefined;
  /** The networks that webhooks may reach (CORDON_WEBHOOK_NETWORKS); omitted: the public internet. */
  readonly webhookNetworks?: 'public' | 'private';
}

/** The name under which the cache holds what every request reads, whoever asks. */
const attributionReader = 'attribution';

/** Opens the attribution subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openAttribution(options: OpenAttributionOptions): Promise<Subgraph> {
  const { observers = noObservers } = options;
  const { connection, records } = await connectAttribution(options);
  observeStore(connection, observers);
  const cache = new ReadCache(options.writes, connection.name);
  const cached = cachedModels(records, cache, attributionReader);
  const modelsUntil = requestModels(records, cache);
  const transfers = transferStore(records);
  const crossings = crossingStore(records.crossings);
  const engine = openTransferEngine({
    feed: transferFeed(cached, transfers, crossings),
    marked: markedWalletStore(cached),
    logger: options.logger,
    snapshotFolder: options.snapshotDir ?? null,
    name: `${options.databasePrefix}_attribution`,
  });
  const clock = options.now ?? (() => new Date());
  // A baseline and an alert are written by what these read.
  const attributions = attributionStore(records.attributions);
  const deposits = depositStore(records);
  const unfinishedCases = unfinishedImports(cached);
  const monitoring = openMonitoring({
    records,
    stores: { attributions, deposits, transfers, signals: signalStore(records) },
    transfers,
    engine,
    unfinishedCases: unfinishedImports(records),
    clock,
    logger: options.logger,
    privateNetworks: options.webhookNetworks === 'private',
  });
  const { uploads, close: endImports } = openTransferUploads(uploadStore(records), records, options.logger);
  const shared = { uploads, engine, monitoring, unfinishedCases };
  const storesUntil: StoresUntil = (signal, tenant) => ({
    ...readStores(modelsUntil(signal, tenant)),
    ...shared,
  });
  return runSubgraph({
    name: 'attribution',
    schema: executableSubgraph(attributionDefinition),
    logger: options.logger,
    tracing: observers.tracing,
    createContext: createAttributionContext(storesUntil, clock),
    ready: () => engine.loaded,
    loadedCases: () => loadedCaseNames(records.loadedCases),
    async close() {
      await endImports();
      await monitoring.close();
      await engine.close();
      await connection.close();
    },
  });
}

/** The stores that one request reads. */
const readStores = (records: AttributionRecords) => ({
  attributions: attributionStore(records.attributions),
  manualAttributions: manualAttributionStore(records.attributions),
  transfers: transferStore(records),
  crossings: crossingStore(records.crossings),
  deposits: depositStore(records),
  importLog: importLogStore(records.imports, records.quarantinedRows),
});
