import { GraphQLError } from 'graphql';

/** The row of a code in docs/reference/errors.md. `status` is the HTTP status where the whole answer is this error. */
export interface ErrorCode {
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
}

export type ErrorCodeTable = Readonly<Record<string, ErrorCode>>;

/** An expected error: its code is stable and documented, its message says what, where and what to do. Never masked. */
export class CordonError extends GraphQLError {
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { code, ...details } });
    this.name = 'CordonError';
  }

  get code(): string {
    return String(this.extensions['code']);
  }
}

/** Returns the error of a client's bad input: the message names the argument and its allowed values. */
export function badUserInput(message: string, details: Readonly<Record<string, unknown>> = {}): CordonError {
  return new CordonError('BAD_USER_INPUT', message, details);
}
