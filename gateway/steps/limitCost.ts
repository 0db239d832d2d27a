import { Kind } from 'graphql';
import { assumedListSize } from '../cost/assumedListSize';
import type { ClientLimits } from '../budget/clientLimits';
import { estimateCost } from '../cost/estimateCost';
import type { AllowedOperation } from '../execution/planExecutor';
import { requestError } from '../request/requestError';
import type { ParsedRequest } from './parseRequest';

/**
 * Returns the function that estimates the cost of a client's part of an operation. It throws
 * COST_ESTIMATED_TOO_EXPENSIVE where that is more than the client may spend on one.
 */
export function costLimit(
  { graph, coerced }: ParsedRequest,
  { costPerOperation: maxCost }: Pick<ClientLimits, 'costPerOperation'>,
): (allowed: AllowedOperation | undefined) => number {
  return (allowed) => {
    const operation = allowed?.document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (!allowed || operation?.kind !== Kind.OPERATION_DEFINITION) return 0;
    const cost = graph.knownCosts.of(allowed, coerced, () =>
      estimateCost({
        schema: graph.schema,
        directives: graph.costs,
        document: allowed.document,
        operation,
        variables: coerced,
        defaultListSize: assumedListSize,
      }),
    );
    if (cost <= maxCost) return cost;
    throw requestError(
      'COST_ESTIMATED_TOO_EXPENSIVE',
      `The operation is estimated to cost ${cost}; at most ${maxCost} is allowed. Ask for fewer rows (first), or for less of each.`,
    );
  };
}
