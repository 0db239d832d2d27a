import { join } from 'node:path';

/** The name of the subgraph inside the gateway, through which the read log is asked. */
export const readsSubgraphName = 'reads';

/** Its SDL, below the project's root. */
export const readsSchemaFile = join('gateway', 'readLog', 'schema.graphql');
