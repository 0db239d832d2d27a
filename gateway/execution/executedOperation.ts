import type { Path } from './call/unavailableValue';

/** An error of a field. It is masked before a client sees it, unless it has a code. */
export interface FieldError {
  readonly message: string;
  readonly path: Path;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  /** The thrown error, for the log. */
  readonly cause: unknown;
}

/** The answer to an operation, before it is sent. */
export interface ExecutedOperation {
  /** The JSON text of `data`. */
  readonly data: string;
  readonly errors: readonly FieldError[];
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}
