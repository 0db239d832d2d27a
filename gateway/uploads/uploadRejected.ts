import type { GraphQLFormattedError } from 'graphql';
import { statusOf } from '../errors';
import { type Code, RequestError } from '../request/requestError';

/** An upload that a subgraph rejected. Its answer has an HTTP status of its own: it is no answer to an operation. */
export class UploadRejected extends RequestError {
  override readonly status: number;

  constructor(error: GraphQLFormattedError) {
    const code = (error.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR') as Code;
    super(code, [{ message: error.message, extensions: { ...error.extensions, code } }]);
    this.status = uploadStatus(code);
  }
}

function uploadStatus(code: string): number {
  if (code === 'ROLE_MISSING' || code === 'UNAUTHORIZED_FIELD_OR_TYPE') return 403;
  if (code === 'SUBGRAPH_UNAVAILABLE' || code === 'OUTCOME_UNKNOWN') return 503;
  const status = statusOf(code);
  // A client that accepts `application/json` reads 400 as an answer of GraphQL.
  return status === 200 || status === 400 ? 422 : status;
}
