import { setImmediate } from 'node:timers/promises';
import type { Graph } from '../graph/graph';
import type { OperationInUse } from '../graph/documentStore';
import type { PrepareGraph } from '../graph/openSupergraph';
import { authorizeOperation } from '../steps/authorize';
import { parseOperation } from '../steps/parseRequest';
import type { PrepareTerms } from './prepareTerms';

/**
 * The time that a new supergraph may wait for its operations, in milliseconds. It is in force within two
 * seconds of a change. Watching the file takes half of one, and loading it about as long.
 */
const maxWaitMs = 800;

/**
 * Parses, authorizes and plans the latest operations of the graph in force on a new one, the newest first, so
 * that the first requests find them planned. An operation beyond the time is planned when it is requested.
 */
export function prepareInUse(terms: PrepareTerms, maxMs = maxWaitMs): PrepareGraph {
  return async (next, inForce) => {
    const until = performance.now() + maxMs;
    for (const operation of [...inForce.documents.inUse()]) {
      // Planning holds up this thread: requests under way go first.
      await setImmediate();
      if (performance.now() > until) return;
      prepare(operation, next, terms);
    }
  };
}

function prepare(
  { source, operationName, grants, conditions }: OperationInUse,
  graph: Graph,
  { limits, mode }: PrepareTerms,
): void {
  try {
    const parsed = parseOperation(source, operationName, graph, limits);
    authorizeOperation(parsed, { grants, coerced: conditions, mode });
  } catch {
    // It does not fit the new schema, or cannot be planned: the next request for it is answered with the reason.
  }
}
