import type { GraphQLFormattedError } from 'graphql';
import { type gatewayCodes, statusOf } from '../errors';
import type { sharedCodes } from '../../shared/errors/sharedCodes';

export type Code = keyof typeof gatewayCodes | keyof typeof sharedCodes;

/** Ends a request with these errors as the whole answer. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;

  constructor(
    readonly code: Code,
    readonly errors: readonly GraphQLFormattedError[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(errors[0]?.message ?? code);
    this.status = statusOf(code);
  }
}

/** Returns a request error with one reason. The message says what is wrong and what may be done. */
export function requestError(
  code: Code,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): RequestError {
  return new RequestError(code, [{ message, extensions: { code } }], headers);
}
