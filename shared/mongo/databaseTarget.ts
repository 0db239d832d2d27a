import type { StoreWrites } from '@cordon/embedded-mongo';

/** The place of a deployment's databases: one for each subgraph, `<prefix>_<subgraph>`. */
export interface DatabaseTarget {
  readonly mongoUrl: string;
  readonly databasePrefix: string;
  /**
   * The writes to an embedded store that this process serves: a read is answered from memory until its collections are
   * written to. Omitted: every read goes to the store.
   */
  readonly writes?: StoreWrites | undefined;
}
