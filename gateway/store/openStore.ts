import type { Logger } from '../../shared/logger/logger';
import type { Observers } from '../../shared/metrics/observers';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import type { GatewayStore } from './gatewayStore.store';

export interface OpenStore extends GatewayStore {
  /** Answers what the log of reads is asked. */
  readonly readsSubgraph: Subgraph;
}

/**
 * Connects to the gateway's database. Rejects with StoreUnreachable. What works with it is loaded here: a gateway without a
 * database is a third smaller for it.
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
