import { setImmediate } from 'node:timers/promises';
import type { Logger } from '../../shared/logger/logger';
import type { Graph } from '../graph/graph';
import type { StoredOperation } from '../operations/operationList';
import type { PrepareStored } from '../partners/openPartners';
import { RequestError } from '../request/requestError';
import { authorizeOperation } from '../steps/authorize';
import { parseOperation } from '../steps/parseRequest';
import type { Grant } from '../../shared/identity/grantSets';
import type { PrepareTerms } from './prepareTerms';

/** Each `@skip` and `@include` by a variable doubles the plans of an operation: more are planned when they are asked. */
const maxDecided = 3;

/**
 * Parses, authorizes and plans the stored operations of a partner before they are requested, for a token with
 * all scopes of the file. An operation that does not fit the partner's schema is logged; its callers get the
 * reason.
 */
export function prepareStored(terms: PrepareTerms, logger: Logger): PrepareStored {
  return async ({ client, scopes, stored }, graph) => {
    for (const operation of stored?.operations ?? []) {
      // Planning holds up this thread: requests under way go first.
      await setImmediate();
      const problem = prepareOperation(operation, scopes, graph, terms);
      if (problem !== undefined)
        logger.warn(
          { client, operation: operation.name, file: operation.file, problem },
          "a stored operation does not fit the partner's schema",
        );
    }
  };
}

/** Plans an operation for each value of the variables that decide what of it is executed. Returns why it cannot be. */
export function prepareOperation(
  { text }: StoredOperation,
  grants: readonly Grant[],
  graph: Graph,
  { limits, mode }: PrepareTerms,
): string | undefined {
  try {
    const parsed = parseOperation(text, undefined, graph, limits);
    const { decidedBy } = parsed.stored;
    for (const conditions of decidedBy.length <= maxDecided ? combinations(decidedBy) : [])
      authorizeOperation(parsed, { grants, coerced: conditions, mode });
    return undefined;
  } catch (error) {
    if (error instanceof RequestError) return error.errors.map(({ message }) => message).join(' ');
    throw error;
  }
}

/** Every way in which Boolean variables can be given. */
function combinations(names: readonly string[]): readonly Readonly<Record<string, boolean>>[] {
  const [name, ...rest] = names;
  if (name === undefined) return [{}];
  return combinations(rest).flatMap((others) => [
    { ...others, [name]: true },
    { ...others, [name]: false },
  ]);
}
