import { OperationTypeNode } from 'graphql';
import type { ExecutedOperation } from '../execution/executedOperation';
import type { PreparedOperation } from '../execution/planExecutor';
import type { SubgraphCall } from '../link/subgraphLink';
import type { ParsedRequest } from './parseRequest';

/** Asks the subgraphs what the caller may see, and makes the answer to the client's own operation of it. */
export function execute(
  { operation, variables }: ParsedRequest,
  prepared: PreparedOperation,
  call: SubgraphCall & { readonly signal: AbortSignal },
): Promise<ExecutedOperation> {
  // A change is seen through to its end, though nobody waits for the answer: half of it would be worse.
  const ended =
    operation.operation === OperationTypeNode.MUTATION ? new AbortController().signal : call.signal;
  return prepared.execute(variables, { ...call, signal: ended, extensions: new Map() });
}
