import type { Identity } from '../../shared/identity/identity';
import { requestError } from '../request/requestError';
import type { AuthorizedOperation } from '../graph/documentStore';
import type { ParsedRequest } from './parseRequest';
import { removeForbidden } from './removeForbidden';

/**
 * Takes out of an operation what the caller's scopes do not allow, before it is planned. Throws FORBIDDEN where a root
 * field is among it that is a list or cannot be null.
 */
export function authorize(parsed: ParsedRequest, caller: Identity): AuthorizedOperation {
  const authorized = authorizedOperation(parsed, caller);
  if (authorized.refused !== undefined)
    throw requestError('FORBIDDEN', `You may not ask for ${authorized.refused}.`);
  return authorized;
}

function authorizedOperation(
  { graph, stored, operation, fragments, coerced }: ParsedRequest,
  caller: Identity,
): AuthorizedOperation {
  const scopes = new Set(caller.scopes.filter((scope) => graph.scopesThatMatter.has(scope)));
  const decided = stored.decidedBy.map((name) => coerced[name] ?? null);
  const key = JSON.stringify([operation.name?.value ?? null, [...scopes].sort(), decided]);
  const known = graph.documents.authorized(stored, key);
  if (known) return known;
  const authorized = removeForbidden({ graph, operation, fragments, scopes, variables: coerced });
  graph.documents.addAuthorized(stored, key, authorized);
  return authorized;
}
