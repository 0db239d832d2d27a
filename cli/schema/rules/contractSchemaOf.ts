import type { GraphQLSchema } from 'graphql';
import type { Contract } from '../../../gateway/supergraph/contract';
import { contractSchema } from '../../../gateway/supergraph/contract';
import { CordonError } from '../../../shared/errors/cordonError';
import type { CheckedGraph } from '../graph/composeGraph';

/** Returns the schema that a graph serves to a contract, or undefined where it leaves no query. */
export function contractSchemaOf(graph: CheckedGraph, contract: Contract): GraphQLSchema | undefined {
  try {
    return contractSchema(graph.document, graph.apiSchema, contract);
  } catch (error) {
    if (error instanceof CordonError) return undefined;
    throw error;
  }
}
