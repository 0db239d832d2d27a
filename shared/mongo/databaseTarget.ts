/** Where the databases of a deployment are: one for each subgraph, `<prefix>_<subgraph>`. */
export interface DatabaseTarget {
  readonly mongoUrl: string;
  readonly databasePrefix: string;
}
