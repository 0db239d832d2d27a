/** A subgraph gave no GraphQL answer. `message` and `cause` are for the log: clients are told the subgraph's name alone. */
export class DownstreamError extends Error {
  override readonly name = 'DownstreamError';

  constructor(
    readonly subgraph: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${subgraph}: ${message}`, options);
  }
}
