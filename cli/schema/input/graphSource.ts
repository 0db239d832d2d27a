/** One subgraph's SDL as it was read. */
export interface SubgraphSource {
  readonly name: string;
  /** The file as the user named it, for messages. */
  readonly file: string;
  readonly sdl: string;
  /** The URL of the subgraph, if the input has one. */
  readonly url?: string;
}

/** A graph as it was read: subgraphs, or a supergraph that was composed elsewhere. */
export type GraphSource =
  | { readonly kind: 'subgraphs'; readonly place: string; readonly subgraphs: readonly SubgraphSource[] }
  | { readonly kind: 'supergraph'; readonly place: string; readonly file: string; readonly sdl: string };
