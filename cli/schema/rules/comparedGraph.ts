import type { GraphQLSchema } from 'graphql';
import type { Contract } from '../../../gateway/supergraph/contract';
import { readElements, type SchemaElement } from '../../../gateway/supergraph/elements';
import type { CheckedGraph } from '../graph/composeGraph';
import { contractSchemaOf } from './contractSchemaOf';
import { declaredRequirements, effectiveProtections, type Protection } from './protection';

/** A graph with what several rules read of it, each computed once. */
export interface ComparedGraph extends CheckedGraph {
  readonly elements: ReadonlyMap<string, SchemaElement>;
  /** By coordinate: what the directives on that element ask. */
  readonly declared: ReadonlyMap<string, Protection>;
  /** By coordinate of each field and argument: what a caller needs in effect. */
  readonly protections: ReadonlyMap<string, Protection>;
  /** Returns the schema that a contract serves, or undefined where it leaves no query. */
  readonly servedTo: (contract: Contract) => GraphQLSchema | undefined;
}

export function toCompared(graph: CheckedGraph): ComparedGraph {
  const elements = readElements(graph.document);
  const declared = declaredRequirements(elements);
  const served = new Map<string, GraphQLSchema | undefined>();
  return {
    ...graph,
    elements,
    declared,
    protections: effectiveProtections(declared, graph.fullSchema),
    servedTo(contract) {
      // Many partners have the same contract.
      const key = JSON.stringify(contract);
      if (!served.has(key)) served.set(key, contractSchemaOf(graph, contract));
      return served.get(key);
    },
  };
}
