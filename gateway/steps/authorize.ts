import type { Identity } from '../../shared/identity/identity';
import { requestError } from '../request/requestError';
import type { PreparedOperation } from '../execution/planExecutor';
import type { AuthorizedOperation } from '../graph/documentStore';
import type { ParsedRequest } from './parseRequest';
import { removeForbidden } from './removeForbidden';

/**
 * Takes out of an operation what the caller's scopes do not allow, and plans the rest. Throws FORBIDDEN where a root
 * field is among it that is a list or cannot be null.
 */
export function authorize(parsed: ParsedRequest, caller: Identity): PreparedOperation {
  const authorized = authorizedOperation(parsed, caller);
  if (authorized.refused !== undefined)
    throw requestError('FORBIDDEN', `You may not ask for ${authorized.refused}.`);
  return authorized.prepared;
}

function authorizedOperation(
  { graph, stored, operation, fragments, coerced }: ParsedRequest,
  caller: Identity,
): AuthorizedOperation {
  const { document } = stored;
  const scopes = new Set(caller.scopes.filter((scope) => graph.scopesThatMatter.has(scope)));
  const decided = stored.decidedBy.map((name) => coerced[name] ?? null);
  const key = JSON.stringify([operation.name?.value ?? null, [...scopes].sort(), decided]);
  const known = graph.documents.authorized(stored, key);
  if (known) return known;
  const removal = removeForbidden({ graph, operation, fragments, scopes, variables: coerced });
  const conditions = Object.fromEntries(stored.decidedBy.map((name) => [name, coerced[name]]));
  const { refused } = removal;
  const authorized: AuthorizedOperation =
    refused === undefined
      ? {
          refused,
          prepared: graph.executor.prepare({ document, operation, fragments, conditions, ...removal }),
        }
      : { refused };
  graph.documents.addAuthorized(stored, key, authorized);
  return authorized;
}
