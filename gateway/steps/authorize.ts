import type { GraphQLFormattedError } from 'graphql';
import { loggedOperation } from '../../shared/errors/loggedOperation';
import type { Logger } from '../../shared/logger/logger';
import type { AllowedOperation, PreparedOperation } from '../execution/planExecutor';
import type { AuthorizedOperation } from '../graph/documentStore';
import type { Admission } from '../partners/admission';
import type { PolicyList } from '../policies/policyList';
import { RequestError } from '../request/requestError';
import { type Grant, policyGrant } from '../../shared/identity/grantSets';
import type { VerifiedToken } from '../tokens/verifiedToken';
import type { ParsedOperation, ParsedRequest } from './parseRequest';
import { type AuthorizationMode, removeForbidden } from './removeForbidden';

/** Throws where what is left of an operation must not be executed. Called before it is planned, and for each request. */
type Limit = (allowed: AllowedOperation | undefined) => void;

/** An operation that may be executed, and its estimated cost. */
export interface EstimatedOperation {
  readonly prepared: PreparedOperation;
  readonly estimate: number;
}

export interface AuthorizeOptions {
  readonly mode: AuthorizationMode;
  /** Returns the estimated cost, or throws where it is too much. */
  estimateWithin(allowed: AllowedOperation | undefined): number;
  readonly logger: Logger;
}

/** Returns what a caller holds: the scopes of its token that it is admitted with, and the policies that it satisfies. */
export function grantsOf(
  { caller }: Admission,
  token: VerifiedToken,
  policies: PolicyList,
): readonly Grant[] {
  return [...caller.scopes, ...policies.satisfiedBy(token).map(policyGrant)];
}

/**
 * Removes from an operation the fields that the caller's grants do not allow, and plans the rest. Throws
 * FORBIDDEN where a removed root field is a list or cannot be null, or any is removed and the mode is
 * `reject`. Throws the errors of `estimateWithin` too.
 */
export function authorize(
  parsed: ParsedRequest,
  {
    grants,
    client,
    requestId,
  }: { readonly grants: readonly Grant[]; readonly client: string | null; readonly requestId?: string },
  { mode, estimateWithin, logger }: AuthorizeOptions,
): EstimatedOperation {
  let estimate = 0;
  const { coerced } = parsed;
  const limit: Limit = (allowed) => {
    estimate = estimateWithin(allowed);
  };
  const authorized = authorizeOperation(parsed, { grants, coerced, mode, limit });
  if (authorized.rejectedField !== undefined) throw forbidden(authorized, mode);
  if (mode === 'dry-run' && authorized.denied.size > 0) {
    const operation = loggedOperation(parsed.operation.name?.value);
    logger.warn(
      { requestId, client, operation, fields: [...authorized.denied.keys()] },
      'authorization is in dry-run: fields are answered that the caller may not see',
    );
  }
  return { prepared: authorized.prepared, estimate };
}

/** A rejection names so many fields at most. */
const maxNamed = 20;

/** Names the field for which the operation is rejected; where every field counts, each that the caller may not have. */
function forbidden(
  { rejectedField, denied }: AuthorizedOperation & { readonly rejectedField: string },
  mode: AuthorizationMode,
): RequestError {
  const named = mode === 'reject' ? [...denied.keys()].slice(0, maxNamed) : [rejectedField];
  return new RequestError(
    'FORBIDDEN',
    named.map((coordinate): GraphQLFormattedError => ({
      message: `You may not ask for ${coordinate}: it needs ${denied.get(coordinate)}.`,
      extensions: { code: 'FORBIDDEN' },
    })),
  );
}

export interface OperationTerms {
  readonly grants: readonly Grant[];
  /** The variables that decide of the operation, as the schema reads them. */
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly mode: AuthorizationMode;
  readonly limit?: Limit;
}

/** Returns what callers with these grants are left with of an operation. */
export function authorizeOperation(
  { graph, stored, operation }: ParsedOperation,
  { grants: held, coerced, mode, limit = () => undefined }: OperationTerms,
): AuthorizedOperation {
  const grants = new Set(held.filter((grant) => graph.grantsThatMatter.has(grant)));
  const decided = stored.decidedBy.map((name) => coerced[name] ?? null);
  const operationName = operation.name?.value;
  const key = JSON.stringify([operationName ?? null, [...grants].sort(), decided]);
  const known = graph.documents.authorized(stored, key);
  if (known) {
    if (known.rejectedField === undefined) limit(known.allowed);
    return known;
  }
  const { document, fragments, decidedBy } = stored;
  const removal = removeForbidden({ graph, operation, fragments, grants, mode, variables: coerced });
  const conditions = Object.fromEntries(decidedBy.map((name) => [name, coerced[name]]));
  const { rejectedField, denied, allowed } = removal;
  if (rejectedField === undefined) limit(allowed);
  const authorized: AuthorizedOperation =
    rejectedField === undefined
      ? {
          rejectedField,
          denied,
          allowed,
          prepared: graph.executor.prepare({ document, operation, fragments, conditions, ...removal }),
        }
      : { rejectedField, denied };
  graph.documents.addAuthorized(stored, key, authorized, { operationName, grants: held, conditions });
  return authorized;
}
