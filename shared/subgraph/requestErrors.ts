import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { maskError } from '../errors/maskError';
import type { Logger } from '../logger/logger';

/** The known facts of an operation's request. */
export interface OperationContext {
  /** Undefined where the call names none. */
  readonly requestId: string | undefined;
}

/** Masks the errors of a subgraph, and logs those that nobody foresaw by the id of their request. */
export interface RequestErrors {
  format(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** Tells `format` which request an error is of: Apollo Server does not. */
  readonly plugin: ApolloServerPlugin<OperationContext>;
}

export function requestErrors(logger: Logger): RequestErrors {
  const requestIds = new WeakMap<object, string>();
  const withoutRequest = maskError(logger);
  return {
    format(formatted, error) {
      const requestId = typeof error === 'object' && error !== null ? requestIds.get(error) : undefined;
      const mask = requestId === undefined ? withoutRequest : maskError(logger.child({ requestId }));
      return mask(formatted, error);
    },
    plugin: {
      requestDidStart: async ({ contextValue: { requestId } }) => ({
        didEncounterErrors: async ({ errors }) => {
          if (requestId !== undefined) for (const error of errors) requestIds.set(error, requestId);
        },
      }),
    },
  };
}
