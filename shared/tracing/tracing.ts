/** The headers that say where a call belongs in a trace (W3C Trace Context). */
export const traceHeaders = ['traceparent', 'tracestate'] as const;

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface SpanOptions {
  /** `server` answers a call, `client` makes one. */
  readonly kind: 'server' | 'client';
  /** The headers of the call that it belongs to; omitted: the current span. */
  readonly parent?: Headers | undefined;
  readonly attributes?: SpanAttributes;
}

/** One step of a trace. Attributes hold no token, no variable and no name of a person. */
export interface Span {
  /** The headers of a call that belongs under it. */
  readonly headers: Readonly<Record<string, string>>;
  rename(name: string): void;
  describe(attributes: SpanAttributes): void;
  /** Runs work whose spans belong under this one. */
  run<Result>(work: () => Result): Result;
  end(): void;
  /** Ends it as failed. `reason` is a code or the name of an error. */
  fail(reason: string): void;
}

/** Makes spans, and sends them to a collector. */
export interface Tracing {
  start(name: string, options: SpanOptions): Span;
  /** As `start`, under the span that runs now; undefined where none does. */
  startUnder(name: string, attributes: SpanAttributes): Span | undefined;
  /** Sends what is left. Resolves within two seconds, also where the collector does not answer. */
  close(): Promise<void>;
}
