import type { Logger } from '../../shared/logger/logger';
import type { Observers } from '../../shared/metrics/observers';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import type { GatewayStore } from './gatewayStore.store';

export interface OpenStore extends GatewayStore {
  /** Answers queries of the log of reads. */
  readonly readsSubgraph: Subgraph;
}

/**
 * Connects to the gateway's database. Rejects with StoreUnreachable. Loads the modules that need a database only here, so
 * that a gateway without one takes less memory.
 */
export async function openStore(
  database: DatabaseTarget,
  observers: Observers,
  logger: Logger,
): Promise<OpenStore> {
  const [{ connectGateway }, { readsSubgraph }] = await Promise.all([
    import('./gatewayStore.store.js'),
    import('../readLog/readsSubgraph.js'),
  ]);
  const store = await connectGateway(database, observers);
  try {
    return { ...store, readsSubgraph: await readsSubgraph(store.readRows, logger) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
