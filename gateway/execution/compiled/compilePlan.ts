import type { GraphQLSchema } from 'graphql';
import { readSelection } from '../call/answerSelection';
import type { FetchNode, PlanNode } from '../plan/planNodes';
import { readRepresentation } from './fetch/representation';
import {
  type EntityCall,
  entityCall,
  entitySelectionSet,
  readOperation,
  rootCall,
} from './fetch/subgraphCall';
import type { Step } from './step';

export interface Compilation {
  /** The supergraph's schema, with all that clients do not see. */
  readonly schema: GraphQLSchema;
  /** The variables that decide `@skip` and `@include`, coerced. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** Compiles a plan: what can be decided once for all its executions is. */
export function compilePlan(plan: PlanNode, compilation: Compilation): Step {
  return new PlanCompiler(compilation).compile(plan, []);
}

class PlanCompiler {
  /** By subgraph and text: fetches that ask for the same share a call. */
  readonly #entityCalls = new Map<string, EntityCall>();

  constructor(private readonly compilation: Compilation) {}

  compile(node: PlanNode, path: readonly string[]): Step {
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        return { kind: node.kind, steps: node.nodes.map((child) => this.compile(child, path)) };
      case 'Flatten':
        return this.compile(node.node, [...path, ...node.path.map(String)]);
      case 'Fetch':
        return this.fetch(node, path);
      case 'Condition': {
        const clause = this.compilation.conditions[node.condition] === true ? node.ifClause : node.elseClause;
        return clause ? this.compile(clause, path) : { kind: 'Sequence', steps: [] };
      }
      case 'Defer':
        throw new Error('the plan defers a part of an answer');
    }
  }

  private fetch(fetch: FetchNode, path: readonly string[]): Step {
    const operation = readOperation(fetch);
    if (!fetch.requires) {
      const selection = readSelection(operation.selectionSet, fetch.outputRewrites);
      return { kind: 'Root', path, selection, call: rootCall(fetch, operation) };
    }
    const call = entityCall(fetch, operation);
    const id = `${call.subgraph} ${call.query}`;
    const shared = this.#entityCalls.get(id) ?? call;
    this.#entityCalls.set(id, shared);
    return {
      kind: 'Entities',
      path,
      selection: readSelection(entitySelectionSet(operation), fetch.outputRewrites),
      call: shared,
      representation: readRepresentation(fetch, this.compilation.schema),
    };
  }
}
