export interface DownstreamErrorOptions extends ErrorOptions {
  /** True where the call was sent, and nothing shows that it was not executed. Default: false. */
  readonly sent?: boolean;
  /** The HTTP status, where one came that is not 200. */
  readonly status?: number;
  /**
   * True where the subgraph itself answered, with GraphQL errors under that status: that says nothing about
   * the replica.
   */
  readonly answered?: boolean;
}

/**
 * A subgraph gave no GraphQL answer. `message` and `cause` are for the log: clients get only the subgraph's
 * name.
 */
export class DownstreamError extends Error {
  override readonly name = 'DownstreamError';
  /** True where the subgraph may have executed the call, or may still. */
  readonly sent: boolean;
  readonly status: number | undefined;
  /** True where the subgraph itself answered with GraphQL errors. */
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
