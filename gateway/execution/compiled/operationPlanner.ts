import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import { type ClientNames, clientNames } from '../plan/clientNames';
import type { PlanNode } from '../plan/planNodes';
import { planRepair } from '../plan/repairPlan';
import type { AbstractNames } from './answer/mergeAnswer';
import { compilePlan } from './compilePlan';
import type { Step } from './step';

/** Plans operations and compiles the plans. */
export interface OperationPlanner {
  readonly names: ClientNames;
  readonly abstract: AbstractNames;
  /** Throws where an operation cannot be planned. `conditions` are the coerced variables that decide what is executed. */
  plan(document: DocumentNode, conditions: Readonly<Record<string, unknown>>): Step;
}

export function operationPlanner(supergraph: Supergraph, supergraphSdl: string): OperationPlanner {
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  const repair = planRepair(supergraphSdl);
  const schema = supergraph.schema.toGraphQLJSSchema();
  const apiSchema = supergraph.apiSchema();
  const names = clientNames(fieldNamesOf(schema), () => false);
  return {
    names,
    abstract: new Set(
      Object.values(schema.getTypeMap())
        .filter((type) => isAbstractType(type))
        .map(({ name }) => name),
    ),
    plan(document, conditions) {
      const operation = operationFromDocument(apiSchema, withOwnNames(document, names), { validate: false });
      const plan = planner.buildQueryPlan(operation);
      repair(plan);
      if (plan.node?.kind === 'Subscription') throw new Error('subscriptions are not executed');
      const nothing: PlanNode = { kind: 'Sequence', nodes: [] };
      return compilePlan(plan.node ?? nothing, { schema, conditions });
    },
  };
}

function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
  );
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
      if (!node.alias || node.alias.value === key) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: key } as const };
    },
  });
}
