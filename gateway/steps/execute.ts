import { type ExecutionResult, OperationTypeNode } from 'graphql';
import type { Identity } from '../../shared/identity/identity';
import { complete } from '../execution/complete';
import type { Data } from '../execution/unavailableValue';
import { extensionsOf } from '../execution/responseExtensions';
import type { Run } from '../execution/executionContext';
import type { View } from '../graph/documentStore';
import type { Question } from './parseRequest';

/** Plans and asks what the caller may see, and completes the client's own operation with what was had. */
export async function execute(
  { graph, stored, operation, variables }: Question,
  { allowed, forbidden }: View,
  caller: Identity,
  signal: AbortSignal,
): Promise<ExecutionResult> {
  // A change is seen through to its end, though nobody waits for the answer: half of it would be worse.
  const ended = operation.operation === OperationTypeNode.MUTATION ? new AbortController().signal : signal;
  const run: Run = { caller, signal: ended, roots: [], remarks: new Map() };
  const data: Data = allowed ? await graph.executor.execute({ ...allowed, variables }, run) : {};
  const result = await complete({
    schema: graph.schema,
    document: stored.document,
    operationName: operation.name?.value,
    variables,
    forbidden,
    data,
  });
  const extensions = extensionsOf(run.remarks);
  return extensions ? { ...result, extensions } : result;
}
