import { operationFromDocument } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import { validate } from 'graphql';
import type { CheckedGraph } from '../graph/composeGraph';
import type { FindingDraft } from '../finding/finding';
import type { StoredOperation } from '../input/storedOperations';

/** The calls that a plan makes, by subgraph. */
type Calls = ReadonlyMap<string, number>;

/** Stored operations that ask other subgraphs than before, or make more calls. */
export function planFindings(
  base: CheckedGraph,
  head: CheckedGraph,
  operations: readonly StoredOperation[],
): readonly FindingDraft[] {
  if (operations.length === 0 || base.supergraphSdl === head.supergraphSdl) return [];
  const before = plannerOf(base);
  const after = plannerOf(head);
  return operations.flatMap((stored): readonly FindingDraft[] => {
    const was = before(stored);
    const is = after(stored);
    if (!was || !is) return [];
    const change = changeOf(was, is);
    if (change === undefined) return [];
    const { client, name, location } = stored;
    const message = `the operation ${name} of ${client} is planned otherwise: ${change}`;
    return [
      {
        kind: 'plan',
        level: 'warning',
        code: 'PLAN_CHANGED',
        coordinate: null,
        message,
        location,
        clients: [client],
      },
    ];
  });
}

function plannerOf({ supergraph, apiSchema }: CheckedGraph): (stored: StoredOperation) => Calls | undefined {
  const planner = new QueryPlanner(supergraph);
  return ({ document, operation }) => {
    if (validate(apiSchema, document).length > 0) return undefined;
    const name = operation.name ? { operationName: operation.name.value } : {};
    const { node } = planner.buildQueryPlan(operationFromDocument(supergraph.schema, document, name));
    const calls = new Map<string, number>();
    if (node) countCalls(node, calls);
    return calls;
  };
}

function countCalls(node: PlanNode | SubscriptionNode, calls: Map<string, number>): void {
  switch (node.kind) {
    case 'Fetch':
      calls.set(node.serviceName, (calls.get(node.serviceName) ?? 0) + 1);
      return;
    case 'Sequence':
    case 'Parallel':
      for (const one of node.nodes) countCalls(one, calls);
      return;
    case 'Flatten':
      countCalls(node.node, calls);
      return;
    case 'Subscription':
      countCalls(node.primary, calls);
      if (node.rest) countCalls(node.rest, calls);
      return;
    case 'Defer':
      if (node.primary.node) countCalls(node.primary.node, calls);
      for (const { node: one } of node.deferred) if (one) countCalls(one, calls);
      return;
    case 'Condition':
      if (node.ifClause) countCalls(node.ifClause, calls);
      if (node.elseClause) countCalls(node.elseClause, calls);
  }
}

function changeOf(was: Calls, is: Calls): string | undefined {
  const total = (calls: Calls) => [...calls.values()].reduce((sum, one) => sum + one, 0);
  const more = [...is.keys()].filter((name) => !was.has(name)).sort();
  const fewer = [...was.keys()].filter((name) => !is.has(name)).sort();
  const parts = [
    ...(total(was) === total(is) ? [] : [`${total(was)} calls, now ${total(is)}`]),
    ...(more.length > 0 ? [`now also asks ${more.join(', ')}`] : []),
    ...(fewer.length > 0 ? [`no longer asks ${fewer.join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : undefined;
}
