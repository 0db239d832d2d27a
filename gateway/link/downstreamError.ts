export interface DownstreamErrorOptions extends ErrorOptions {
  /** Whether the call was sent, and nothing says that it was not executed. Default: no. */
  readonly sent?: boolean;
  /** The HTTP status, where one came that is not 200. */
  readonly status?: number;
  /** Whether the subgraph itself answered, with GraphQL errors under that status: it says nothing of the replica. */
  readonly answered?: boolean;
}

/** A subgraph gave no GraphQL answer. `message` and `cause` are for the log: clients are told the subgraph's name only. */
export class DownstreamError extends Error {
  override readonly name = 'DownstreamError';
  /** Whether the subgraph may have executed the call, or may still. */
  readonly sent: boolean;
  readonly status: number | undefined;
  /** Whether the subgraph itself answered with GraphQL errors. */
  readonly answered: boolean;

  constructor(
    readonly subgraph: string,
    message: string,
    { sent = false, status, answered = false, ...options }: DownstreamErrorOptions = {},
  ) {
    super(`${subgraph}: ${message}`, options);
    this.sent = sent;
    this.status = status;
    this.answered = answered;
  }

  /** Returns what was thrown on the way to a subgraph as a DownstreamError. */
  static from(subgraph: string, error: unknown, sent: boolean): DownstreamError {
    if (error instanceof DownstreamError) return error;
    const message = error instanceof Error ? error.message : String(error);
    return new DownstreamError(subgraph, message, { cause: error, sent });
  }
}
