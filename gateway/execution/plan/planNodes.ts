import type { QueryPlan } from '@apollo/query-planner';

export type { QueryPlan };

export type PlanNode = Exclude<NonNullable<QueryPlan['node']>, { kind: 'Subscription' }>;
export type FetchNode = Extract<PlanNode, { kind: 'Fetch' }>;
export type SequenceNode = Extract<PlanNode, { kind: 'Sequence' }>;

/** A fetch of a plan, with the place of its data and the nodes around it, from the outside in. */
export interface PlacedFetch {
  readonly fetch: FetchNode;
  /** Response names, and `@` for every element of a list. */
  readonly path: readonly string[];
  readonly within: readonly PlanNode[];
}

/** Every fetch of a plan. */
export function fetchesOf(
  node: PlanNode,
  path: readonly string[] = [],
  within: readonly PlanNode[] = [],
): PlacedFetch[] {
  const inner = [...within, node];
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, path, within: inner }];
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path.map(String)], inner);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => fetchesOf(child, path, inner));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) =>
        child ? fetchesOf(child, path, inner) : [],
      );
    case 'Defer':
      return [];
  }
}
