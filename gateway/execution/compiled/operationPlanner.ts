import { type Operation, operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { readJoins } from '../../supergraph/joins';
import { readOverrideLabels } from '../../supergraph/overrideLabels';
import { askForTypes } from '../plan/askForTypes';
import { type ClientNames, clientNames } from '../plan/clientNames';
import type { PlanNode } from '../plan/planNodes';
import { plannerConfig, planningError } from '../plan/plannerConfig';
import { planRepair } from '../plan/repairPlan';
import { separateRequired } from '../plan/requiredArguments';
import type { AbstractNames } from './answer/mergeAnswer';
import { compilePlan } from './compilePlan';
import type { KnownParts } from './knownParts';
import type { Savings } from '../../metrics/savings';
import type { Step } from './step';

/** Plans operations and compiles the plans. */
export interface OperationPlanner {
  /** The names that the fields of a client's document have in the gateway's data. */
  namesOf(document: DocumentNode): ClientNames;
  readonly abstract: AbstractNames;
  /** Throws where an operation cannot be planned, or where its `@skip` and `@include` have not been decided. */
  plan(document: DocumentNode, names: ClientNames): Step;
}

export interface PlannerParts {
  readonly savings: Savings;
  /** The parts of all operations. */
  readonly known: KnownParts;
  /** The labels of `@override` that are in force: the overriding subgraph is asked. */
  readonly overrideLabels: ReadonlySet<string>;
}

/**
 * Makes the planner of a supergraph, which is given with its text. Throws SUPERGRAPH_INVALID for a part that
 * it cannot decide.
 */
export function operationPlanner(
  whole: Supergraph,
  supergraphSdl: string,
  { savings, overrideLabels, known }: PlannerParts,
): OperationPlanner {
  const parsed = parse(supergraphSdl, { noLocation: true });
  const overrideConditions = new Map(
    [...readOverrideLabels(parsed)].map((label) => [label, overrideLabels.has(label)]),
  );
  const { document, required, prefix } = separateRequired(parsed);
  const isWhole = required.size === 0;
  const sdl = isWhole ? supergraphSdl : print(document);
  // A field that is no longer required stays where it was, and would be called superfluous there.
  const supergraph = isWhole ? whole : Supergraph.build(sdl, { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph, plannerConfig);
  const joins = readJoins(sdl);
  const schema = supergraph.schema.toGraphQLJSSchema();
  const repair = planRepair(schema, joins);
  const apiSchema = supergraph.apiSchema();
  const fieldNames = fieldNamesOf(schema);
  return {
    namesOf: (document) => clientNames(document, fieldNames, (alias) => alias.startsWith(prefix)),
    abstract: new Set(
      Object.values(schema.getTypeMap())
        .filter((type) => isAbstractType(type))
        .map(({ name }) => name),
    ),
    plan(document, names) {
      const planned = withOwnNames(askForTypes(document, schema), names);
      const operation = operationFromDocument(apiSchema, planned, { validate: false });
      const plan = buildPlan(planner, operation, overrideConditions);
      repair(plan);
      if (plan.node?.kind === 'Subscription') throw new Error('subscriptions are not executed');
      const nothing: PlanNode = { kind: 'Sequence', nodes: [] };
      return compilePlan(plan.node ?? nothing, { schema, joins, required, savings, known });
    },
  };
}

function buildPlan(
  planner: QueryPlanner,
  operation: Operation,
  overrideConditions: Map<string, boolean>,
): QueryPlan {
  try {
    return planner.buildQueryPlan(operation, { overrideConditions });
  } catch (error) {
    throw planningError(error);
  }
}

function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return new Set(
    types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [],
    ),
  );
}

/** The document with the names that its fields have in the gateway's data. */
function withOwnNames(document: DocumentNode, names: ClientNames): DocumentNode {
  return visit(document, {
    Field(node) {
      const key = names.keyOf(node);
      if ((node.alias ?? node.name).value === key) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: key } as const };
    },
  });
}
