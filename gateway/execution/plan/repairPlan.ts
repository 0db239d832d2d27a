import { type FieldNode, type GraphQLSchema, Kind, OperationTypeNode, print } from 'graphql';
import type { Joins } from '../../supergraph/joins';
import { parseFetch } from './fetchOperation';
import { type Misplaced, takeMisplaced } from './misplaced';
import {
  type FetchNode,
  fetchesOf,
  type PlacedFetch,
  type PlanNode,
  type QueryPlan,
  type SequenceNode,
} from './planNodes';

type Requires = NonNullable<FetchNode['requires']>;

/**
 * Returns the repair of plans where the stock planner (2.14.4) is wrong. A field that `@requires` another,
 * and is itself required by a third subgraph, is fetched without its requirement where its own subgraph is
 * where the plan is. Cordon's `frozenAccounts` behind a wallet's actor is such a case. The planner does fetch
 * the requirement, but too late. So the field is taken out of the early fetch, and fetched after that one.
 *
 * `schema` has all that clients do not see. Plans are kept, and repaired in place once. Throws where a plan
 * cannot be repaired: it must not be executed.
 */
export function planRepair(schema: GraphQLSchema, joins: Joins): (plan: QueryPlan) => void {
  const repaired = new WeakSet<QueryPlan>();
  return (plan) => {
    if (repaired.has(plan) || !plan.node || plan.node.kind === 'Subscription') return;
    for (const placed of fetchesOf(plan.node)) repairFetch(placed, plan.node, schema, joins);
    repaired.add(plan);
  };
}

function repairFetch(
  { fetch, path }: PlacedFetch,
  plan: PlanNode,
  schema: GraphQLSchema,
  joins: Joins,
): void {
  const passed = passedWith(fetch.requires ?? []);
  const { operation, taken } = takeMisplaced(parseFetch(fetch), {
    subgraph: fetch.serviceName,
    schema,
    joins,
    passed,
  });
  if (taken.length === 0) return;
  fetch.operation = print(operation);
  delete fetch.operationDocumentNode;
  for (const misplaced of taken)
    askLater(fetch.serviceName, { ...misplaced, path: [...path, ...misplaced.path] }, plan);
}

/** The names of the fields that go along with each type of entity. */
function passedWith(requires: Requires): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    requires.flatMap((selection) =>
      selection.kind === 'InlineFragment' && selection.typeCondition !== undefined
        ? [
            [
              selection.typeCondition,
              new Set(selection.selections.map((inner) => ('name' in inner ? inner.name : ''))),
            ],
          ]
        : [],
    ),
  );
}

/** Adds a fetch of the field right after the last fetch that brings what it requires. */
function askLater(subgraph: string, misplaced: Misplaced, plan: PlanNode): void {
  const { path, type, node, requires, key } = misplaced;
  const wanted = new Set(requires.map(({ name }) => name.value));
  const suppliers = fetchesOf(plan).filter(
    (placed) => placed.path.join('.') === path.join('.') && brings(placed.fetch, type, wanted),
  );
  const after = suppliers.at(-1)?.within;
  const sequence = after?.findLast((outer): outer is SequenceNode => outer.kind === 'Sequence');
  const step = after?.find((_inner, at) => at > 0 && after[at - 1] === sequence);
  if (!sequence || !step)
    throw new Error(`the plan asks for ${type}.${node.name.value} without what it requires`);
  const later: PlanNode = {
    kind: 'Flatten',
    path: [...path],
    node: {
      kind: 'Fetch',
      serviceName: subgraph,
      requires: [
        {
          kind: 'InlineFragment',
          typeCondition: type,
          selections: [typename, ...[...key, ...requires].map(toRequired)],
        },
      ],
      variableUsages: [],
      operation: `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${print(node)}}}}`,
      operationName: undefined,
      operationKind: OperationTypeNode.QUERY,
    },
  };
  sequence.nodes.splice(sequence.nodes.indexOf(step) + 1, 0, later);
}

const typename = { kind: 'Field', name: '__typename' } as const;

function toRequired(node: FieldNode): Requires[number] {
  const inner = node.selectionSet?.selections.filter((selection) => selection.kind === Kind.FIELD);
  return { kind: 'Field', name: node.name.value, ...(inner ? { selections: inner.map(toRequired) } : {}) };
}

/** Tells if an entity call brings all of these fields of a type. */
function brings(fetch: FetchNode, type: string, wanted: ReadonlySet<string>): boolean {
  const brought = new Set<string>();
  for (const entities of parseFetch(fetch).selectionSet.selections) {
    if (entities.kind !== Kind.FIELD || entities.name.value !== '_entities') continue;
    for (const fragment of entities.selectionSet?.selections ?? []) {
      if (fragment.kind !== Kind.INLINE_FRAGMENT || fragment.typeCondition?.name.value !== type) continue;
      for (const inner of fragment.selectionSet.selections)
        if (inner.kind === Kind.FIELD) brought.add(inner.name.value);
    }
  }
  return [...wanted].every((name) => brought.has(name));
}
