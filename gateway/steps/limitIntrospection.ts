import type { Identity } from '../../shared/identity/identity';
import { requestError } from '../request/requestError';
import type { ParsedOperation } from './parseRequest';

/** Tells if a caller may see the schema: `allowed` is everybody, or those with one of these roles. */
export const mayIntrospect = (
  { roles }: Pick<Identity, 'roles'>,
  allowed: 'all' | readonly string[],
): boolean => allowed === 'all' || roles.some((role) => allowed.includes(role));

/** Throws INTROSPECTION_DISABLED where an operation asks for the schema, and its caller may not see it. */
export function limitIntrospection({ stored }: Pick<ParsedOperation, 'stored'>, seesSchema: boolean): void {
  if (seesSchema || !stored.introspects) return;
  throw requestError(
    'INTROSPECTION_DISABLED',
    'The token may not introspect the schema: leave __schema and __type out, or ask the operator for the schema as a file.',
  );
}
