import type { StoreWrites } from './readCache';

/** The place of a deployment's databases: one for each subgraph, `<prefix>_<subgraph>`. */
export interface DatabaseTarget {
  readonly mongoUrl: string;
  readonly databasePrefix: string;
  /**
   * The writes to an embedded store that this process serves: what was not written since is answered from memory. Omitted:
   * every read goes to the store.
   */
  readonly writes?: StoreWrites | undefined;
}
