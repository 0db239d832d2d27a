import { Supergraph } from '@apollo/federation-internals';
import { CordonError } from '../../../shared/errors/cordonError';
import type { PlanExecutor } from '../planExecutor';
import { type CompiledExecutorParts, CompiledOperation } from './compiledOperation';
import { KnownParts } from './knownParts';
import { operationPlanner } from './operationPlanner';

/**
 * Returns the gateway's own executor. An operation is planned by @apollo/query-planner and compiled once, and
 * the answers of subgraphs are written as the client's JSON in one go. Throws where the supergraph is broken,
 * or a subgraph of it has no link.
 */
export function compiledExecutor(supergraphSdl: string, parts: CompiledExecutorParts): PlanExecutor {
  const supergraph = Supergraph.build(supergraphSdl);
  for (const { name } of supergraph.subgraphsMetadata()) {
    if (!parts.links.has(name))
      throw new CordonError('SUPERGRAPH_INVALID', `it names the subgraph ${name}, to which there is no link`);
  }
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const known = new KnownParts();
  const planner = operationPlanner(supergraph, supergraphSdl, { ...parts, known });
  return {
    schema,
    prepare: (operation) => new CompiledOperation(operation, { ...parts, schema, planner, known }),
    close: async () => undefined,
  };
}
