import { type ExecutionResult, OperationTypeNode } from 'graphql';
import type { Identity } from '../../shared/identity/identity';
import { complete } from '../execution/complete';
import type { Data } from '../execution/unavailableValue';
import { toExtensions } from '../execution/responseExtensions';
import type { ExecutionContext } from '../execution/executionContext';
import type { AuthorizedOperation } from '../graph/documentStore';
import type { ParsedRequest } from './parseRequest';

/** Plans and asks what the caller may see, and completes the client's own operation with what was had. */
export async function execute(
  { graph, stored, operation, variables }: ParsedRequest,
  { allowed, forbidden }: AuthorizedOperation,
  caller: Identity,
  signal: AbortSignal,
): Promise<ExecutionResult> {
  // A change is seen through to its end, though nobody waits for the answer: half of it would be worse.
  const ended = operation.operation === OperationTypeNode.MUTATION ? new AbortController().signal : signal;
  const context: ExecutionContext = { caller, signal: ended, roots: [], extensions: new Map() };
  const data: Data = allowed ? await graph.executor.execute({ ...allowed, variables }, context) : {};
  const result = await complete({
    schema: graph.schema,
    document: stored.document,
    operationName: operation.name?.value,
    variables,
    forbidden,
    data,
  });
  const extensions = toExtensions(context.extensions);
  return extensions ? { ...result, extensions } : result;
}
