import { OperationTypeNode } from 'graphql';
import type { CostMeter } from '../cost/costMeter';
import type { ExecutedOperation } from '../execution/executedOperation';
import type { PreparedOperation } from '../execution/planExecutor';
import { CallEnd, type CallSignal } from '../link/callEnd';
import type { SubgraphCall } from '../link/subgraphLink';
import { requestError } from '../request/requestError';
import type { ParsedRequest } from './parseRequest';

export interface ExecuteOptions extends SubgraphCall {
  /** Aborted when the caller has left, or the deadline has passed. */
  readonly signal: CallSignal;
  /** Counts what the answers of subgraphs cost. */
  readonly meter: CostMeter;
}

/**
 * Asks the subgraphs what the caller may see, and makes the answer to the client's own operation of it. Throws
 * COST_ACTUAL_TOO_EXPENSIVE where what they answer costs more than is allowed: nothing further is asked then.
 */
export async function execute(
  { graph, operation, variables }: ParsedRequest,
  prepared: PreparedOperation,
  { meter, signal, ...call }: ExecuteOptions,
): Promise<ExecutedOperation> {
  // A change is carried out to its end, also where the caller has left or it costs too much: half of it would be worse.
  const isChange = operation.operation === OperationTypeNode.MUTATION;
  const ended = new CallEnd();
  const end = () => ended.abort();
  if (!isChange) signal.addEventListener('abort', end, { once: true });
  if (!isChange && signal.aborted) end();
  const executed = await prepared.execute(variables, {
    ...call,
    signal: ended,
    extensions: new Map(),
    beginCall: () => meter.addCall(),
    spend(query, data) {
      meter.add(graph.answerCost.of(query, data));
      if (!isChange && meter.isOver) end();
    },
  });
  if (!isChange && meter.isOver)
    throw requestError(
      'COST_ACTUAL_TOO_EXPENSIVE',
      `The answer costs more than ${meter.maxCost}, which is allowed: ${meter.spent} when it was stopped. Ask for fewer rows (first), or for less of each.`,
    );
  return executed;
}
