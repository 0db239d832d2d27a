import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { projectRoot } from '../../shared/config/projectRoot';
import { satisfiedPolicies } from '../../shared/identity/builtInPolicies';
import { roles, scopesOfRole } from '../../shared/identity/roles';
import type { Logger } from '../../shared/logger/logger';
import type { Graph } from '../graph/graph';
import { readOperationList } from '../operations/operationList';
import { type Grant, policyGrant } from '../../shared/identity/grantSets';
import { prepareOperation } from './prepareStored';
import type { PrepareTerms } from './prepareTerms';

/** The console's operations, as its build lays them out. */
export const consoleOperationsFile = join(projectRoot(), 'console', 'dist', 'operations.json');

/**
 * Parses, authorizes and plans the operations of the console for the scopes of each role, beside the requests that come: the
 * first person of a role does not wait for planning. Does nothing where the console was not built, or the graph is of other
 * subgraphs. An operation that is not planned here is planned when it is requested. Throws OperationFileError for a file
 * that holds no operations.
 */
export async function prepareConsole(
  graph: Graph,
  terms: PrepareTerms,
  { file = consoleOperationsFile, logger, signal }: PrepareConsoleOptions,
): Promise<void> {
  if (!existsSync(file)) return;
  const from = performance.now();
  const operations = [...readOperationList(file).operations];
  for (const operation of operations) {
    for (const role of roles) {
      // Planning holds up this thread: requests under way go first.
      await setImmediate();
      if (signal.aborted) return;
      if (prepareOperation(operation, grantsOf(role), graph, terms) === undefined) continue;
      logger.debug({ operation: operation.name }, 'an operation of the console does not fit this supergraph');
      break;
    }
  }
  const ms = Math.round(performance.now() - from);
  logger.info({ operations: operations.length, ms }, 'the operations of the console are planned');
}

export interface PrepareConsoleOptions {
  /** Default: that of the built console. */
  readonly file?: string;
  readonly logger: Logger;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** The scopes of a development token of the role, and the policies that it satisfies. */
const grantsOf = (role: (typeof roles)[number]): readonly Grant[] => [
  ...scopesOfRole[role],
  ...satisfiedPolicies({ roles: [role], operator: true, venue: null }).map(policyGrant),
];
