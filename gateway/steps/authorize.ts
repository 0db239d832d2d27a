import type { Identity } from '../../shared/identity/identity';
import { requestError } from '../request/requestError';
import type { AllowedOperation, PreparedOperation } from '../execution/planExecutor';
import type { AuthorizedOperation } from '../graph/documentStore';
import type { ParsedOperation, ParsedRequest } from './parseRequest';
import { removeForbidden } from './removeForbidden';

/** Throws where what is left of an operation must not be executed. Called before it is planned, and for each request. */
type Limit = (allowed: AllowedOperation | undefined) => void;

/** An operation that may be executed, and its estimated cost. */
export interface EstimatedOperation {
  readonly prepared: PreparedOperation;
  readonly estimate: number;
}

/**
 * Takes out of an operation what the caller's scopes do not allow, and plans the rest. Throws FORBIDDEN where a root
 * field is among it that is a list or cannot be null, and what `estimateWithin` throws, which returns the estimated cost.
 */
export function authorize(
  parsed: ParsedRequest,
  { scopes }: Identity,
  estimateWithin: (allowed: AllowedOperation | undefined) => number,
): EstimatedOperation {
  let estimate = 0;
  const authorized = authorizeOperation(parsed, scopes, parsed.coerced, (allowed) => {
    estimate = estimateWithin(allowed);
  });
  if (authorized.refused !== undefined)
    throw requestError('FORBIDDEN', `You may not ask for ${authorized.refused}.`);
  return { prepared: authorized.prepared, estimate };
}

/** Returns what callers with these scopes are left with of an operation. `coerced` has the variables that decide of it. */
export function authorizeOperation(
  { graph, stored, operation }: ParsedOperation,
  callerScopes: readonly string[],
  coerced: Readonly<Record<string, unknown>>,
  limit: Limit = () => undefined,
): AuthorizedOperation {
  const scopes = new Set(callerScopes.filter((scope) => graph.scopesThatMatter.has(scope)));
  const decided = stored.decidedBy.map((name) => coerced[name] ?? null);
  const operationName = operation.name?.value;
  const key = JSON.stringify([operationName ?? null, [...scopes].sort(), decided]);
  const known = graph.documents.authorized(stored, key);
  if (known) {
    if (known.refused === undefined) limit(known.allowed);
    return known;
  }
  const { document, fragments, decidedBy } = stored;
  const removal = removeForbidden({ graph, operation, fragments, scopes, variables: coerced });
  const conditions = Object.fromEntries(decidedBy.map((name) => [name, coerced[name]]));
  const { refused, allowed } = removal;
  if (refused === undefined) limit(allowed);
  const authorized: AuthorizedOperation =
    refused === undefined
      ? {
          refused,
          allowed,
          prepared: graph.executor.prepare({ document, operation, fragments, conditions, ...removal }),
        }
      : { refused };
  graph.documents.addAuthorized(stored, key, authorized, { operationName, scopes: callerScopes, conditions });
  return authorized;
}
