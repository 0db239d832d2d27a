/** An error of the graph, as it is answered. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requestId?: string } & Readonly<
    Record<string, unknown>
  >;
}

/** The answer to an operation: data that may have gaps, and an error for each gap. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly GraphError[];
}

export const codeOf = (error: GraphError): string => error.extensions?.code ?? 'UNKNOWN';

/** The ids under which the gateway's log has the requests of errors, each once. */
export const requestIdsOf = (errors: readonly GraphError[]): readonly string[] => [
  ...new Set(errors.flatMap(({ extensions }) => extensions?.requestId ?? [])),
];

/** The errors that explain a gap at `path`: those at it, above it and below it. */
export function errorsAt(
  errors: readonly GraphError[],
  path: readonly (string | number)[],
): readonly GraphError[] {
  return errors.filter((error) => {
    const at = error.path ?? [];
    const shared = Math.min(at.length, path.length);
    return at.slice(0, shared).every((step, i) => step === path[i]);
  });
}
