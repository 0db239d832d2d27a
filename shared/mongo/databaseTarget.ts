/** The place of a deployment's databases: one for each subgraph, `<prefix>_<subgraph>`. */
export interface DatabaseTarget {
  readonly mongoUrl: string;
  readonly databasePrefix: string;
}
