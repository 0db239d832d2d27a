import { OperationTypeNode } from 'graphql';
import type { Identity } from '../../shared/identity/identity';
import type { ExecutedOperation } from '../execution/executedOperation';
import type { PreparedOperation } from '../execution/planExecutor';
import type { ParsedRequest } from './parseRequest';

/** Asks the subgraphs what the caller may see, and makes the answer to the client's own operation of it. */
export function execute(
  { operation, variables }: ParsedRequest,
  prepared: PreparedOperation,
  caller: Identity,
  signal: AbortSignal,
): Promise<ExecutedOperation> {
  // A change is seen through to its end, though nobody waits for the answer: half of it would be worse.
  const ended = operation.operation === OperationTypeNode.MUTATION ? new AbortController().signal : signal;
  return prepared.execute(variables, { caller, signal: ended, extensions: new Map() });
}
