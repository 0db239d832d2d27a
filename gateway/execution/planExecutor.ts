import { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { CordonError } from '../../shared/errors/cordonError';
import type { Logger } from '../../shared/logger/logger';
import type { SubgraphLink } from '../link/subgraphLink';
import { fetchPart } from './fetchPart';
import type { Data } from './unavailableValue';
import { planRepair } from './repairPlan';
import { mergeRootResults, type ExecutionContext } from './executionContext';

export type Links = ReadonlyMap<string, SubgraphLink>;

/** An operation that may be planned: what the caller may not see has been removed. */
export interface PlannedOperation {
  readonly document: DocumentNode;
  /** Names the document: plans are kept under it, so two documents must never have the same. */
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Plans an operation and asks the subgraphs. This is the seam for an executor of our own. */
export interface PlanExecutor {
  /** The schema as clients see it. */
  readonly schema: GraphQLSchema;
  execute(operation: PlannedOperation, context: ExecutionContext): Promise<Data>;
  close(): Promise<void>;
}

type StockRequest = Parameters<ApolloGateway['executor']>[0];

/** The stock executor, @apollo/gateway. Throws where it refuses the supergraph, or a subgraph of it has no link. */
export async function stockExecutor(
  supergraphSdl: string,
  links: Links,
  logger: Logger,
): Promise<PlanExecutor> {
  // It reports to its maker unless told otherwise, and reads this when it is made.
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const repair = planRepair(supergraphSdl);
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(logger),
    __exposeQueryPlanExperimental: false,
    // Fragments in subgraph calls would save bytes; the repair of plans reads calls that are written out.
    queryPlannerConfig: { reuseQueryFragments: false },
    // Called with each plan before it is executed.
    experimental_didResolveQueryPlan: ({ queryPlan }) => repair(queryPlan),
    buildService: ({ name }) => {
      const link = links.get(name);
      if (!link)
        throw new CordonError(
          'SUPERGRAPH_INVALID',
          `it names the subgraph ${name}, to which there is no link`,
        );
      return {
        process: async ({ request, context }) => {
          const execution = context['execution'] as ExecutionContext;
          const { query = '', variables, operationName } = request;
          const part = {
            query,
            ...(variables ? { variables } : {}),
            ...(operationName ? { operationName } : {}),
          };
          const data = await fetchPart(link, part, execution, logger);
          if (!variables || !('representations' in variables)) execution.roots.push(data);
          return { data };
        },
      };
    },
  });
  const { schema } = await gateway.load();
  return {
    schema,
    async execute({ document, hash, variables }, context) {
      const request = {
        document,
        queryHash: hash,
        request: { variables },
        context: { execution: context },
        metrics: {},
        logger,
      };
      // Its own completion is left aside: it takes what is missing for null.
      const { data, errors } = await gateway.executor(request as unknown as StockRequest);
      if (data === undefined && context.roots.length === 0)
        throw errors?.[0] ?? new Error('nothing was planned');
      return mergeRootResults(context);
    },
    close: () => gateway.stop(),
  };
}

/** It writes whole supergraphs' worth of news at `info`. */
const quiet = (logger: Logger) => ({
  debug: () => undefined,
  info: (message?: unknown) => logger.debug(String(message)),
  warn: (message?: unknown) => logger.warn(String(message)),
  error: (message?: unknown) => logger.error(String(message)),
});
