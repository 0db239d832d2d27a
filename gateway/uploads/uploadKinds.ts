/** The kinds of upload, with the subgraph that reads each. */
export interface UploadKind {
  readonly subgraph: string;
  /** `List` calls beginListUpload and so on. */
  readonly name: string;
  readonly scope: string;
  /** The parameters of the URL that go on to the subgraph, which checks them. */
  readonly parameters: readonly string[];
}

/** By the last part of the path: `/uploads/lists`. */
export const uploadKinds = {
  lists: {
    subgraph: 'sanctions',
    name: 'List',
    scope: 'lists:import',
    parameters: ['format', 'version', 'dataset'],
  },
  transfers: { subgraph: 'attribution', name: 'Transfer', scope: 'transfers:import', parameters: [] },
} as const satisfies Readonly<Record<string, UploadKind>>;
