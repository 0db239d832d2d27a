import type { GraphQLFormattedError } from 'graphql';
import { type gatewayCodes, statusOf } from '../errors';
import type { sharedCodes } from '../../shared/errors/sharedCodes';

export type Code = keyof typeof gatewayCodes | keyof typeof sharedCodes;

/** A step's "no": the request ends here, with these errors as the whole answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
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

/** A refusal for one reason. The message says what is wrong and what may be done. */
export function refuse(code: Code, message: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal(code, [{ message, extensions: { code } }], headers);
}
