import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { redactSecrets } from './redactSecrets';

/** Codes of errors that quote what a client wrote. */
const repeatsInput = /^(?:BAD_USER_INPUT|UNKNOWN_ENTITY|GRAPHQL_\w+)$/;

/** The original of a resolver's error: GraphQL wraps what was thrown, and Apollo Server wraps once more. */
function original(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

/**
 * Turns an unknown error into INTERNAL_SERVER_ERROR with an id, and logs its cause once under that id.
 * An error with a code was made for clients: it passes, without stack or other insides.
 */
export function maskError(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { code, stacktrace: _stack, ...details } = formatted.extensions ?? {};
    const place = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
    if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
      const message = repeatsInput.test(code) ? redactSecrets(formatted.message) : formatted.message;
      return { message, ...place, extensions: { code, ...details } };
    }
    if (typeof details['errorId'] === 'string') {
      // Masked and logged where it arose; passed on as it is.
      return {
        message: formatted.message,
        ...place,
        extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: details['errorId'] },
      };
    }
    const errorId = randomUUID();
    logger.error({ err: original(error), errorId, path: formatted.path }, 'unexpected error');
    return {
      message: `Internal error ${errorId}`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}
