import { ApolloGateway } from '@apollo/gateway';
import { buildSchema, parse } from 'graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { Logger } from '../../../shared/logger/logger';
import { readJoins } from '../../supergraph/joins';
import { readOverrideLabels } from '../../supergraph/overrideLabels';
import { requiredFieldProblems } from '../../supergraph/requiredFields';
import type { SubgraphLink } from '../../link/subgraphLink';
import { bytesOf } from '../documentBytes';
import { callSubgraph } from '../call/callSubgraph';
import { toExtensions } from '../call/responseExtensions';
import { shapeAnswer } from '../call/shapeAnswer';
import { type Data, UnavailableValue } from '../call/unavailableValue';
import type { ExecutedOperation } from '../executedOperation';
import type { ExecutionContext } from '../executionContext';
import { plannerConfig } from '../plan/plannerConfig';
import { planRepair } from '../plan/repairPlan';
import type { AllowedOperation, Links, PlanExecutor } from '../planExecutor';
import { complete } from './complete';
import { fieldsOf } from './fieldsOf';
import { mergeRootResults } from './mergeRootResults';

type StockRequest = Parameters<ApolloGateway['executor']>[0];

interface StockContext {
  readonly execution: ExecutionContext;
  /**
   * The answers to the fetches of root fields, in the order they came. The executor merges what entity fetches bring
   * into these same objects, so that in the end they hold all that was had.
   */
  readonly roots: Data[];
}

/**
 * The stock executor, @apollo/gateway: a way back. Throws where it rejects the supergraph or would get it wrong, or a
 * subgraph of it has no link.
 */
export async function stockExecutor(
  supergraphSdl: string,
  links: Links,
  logger: Logger,
): Promise<PlanExecutor> {
  readOverrideLabels(parse(supergraphSdl, { noLocation: true }));
  const problems = requiredFieldProblems(supergraphSdl);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return uncheckedStockExecutor(supergraphSdl, links, logger);
}

/** The same for a supergraph that it may get wrong: the differential test finds out where it does. */
export async function uncheckedStockExecutor(
  supergraphSdl: string,
  links: Links,
  logger: Logger,
): Promise<PlanExecutor> {
  // It reports to its maker unless told otherwise, and reads this when it is made.
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const gateway = stockGateway(supergraphSdl, links, logger);
  const { schema } = await gateway.load();
  return {
    schema,
    prepare: ({ document, operation, forbidden, allowed }) => ({
      bytes: allowed ? bytesOf(allowed.document) : 0,
      async execute(variables, context) {
        const data = allowed ? await fetchData(gateway, allowed, variables, context, logger) : {};
        const operationName = operation.name?.value;
        const result = await complete({ schema, document, operationName, variables, forbidden, data });
        return {
          data: JSON.stringify(result.data ?? null),
          errors: (result.errors ?? []).map(toFieldError),
          extensions: toExtensions(context.extensions),
        };
      },
    }),
    close: () => gateway.stop(),
  };
}

function stockGateway(supergraphSdl: string, links: Links, logger: Logger): ApolloGateway {
  const schema = buildSchema(supergraphSdl, { assumeValid: true, assumeValidSDL: true });
  const repair = planRepair(schema, readJoins(supergraphSdl));
  return new ApolloGateway({
    supergraphSdl,
    logger: quiet(logger),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: plannerConfig,
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
        process: async ({ request, context }) => ({
          data: await fetchPart(link, request, context as StockContext, logger),
        }),
      };
    },
  });
}

async function fetchPart(
  link: SubgraphLink,
  request: StockRequest['request'],
  { execution, roots }: StockContext,
  logger: Logger,
): Promise<Data> {
  const { query = '', variables, operationName } = request;
  const call = {
    query,
    ...(variables ? { variables } : {}),
    ...(operationName ? { operationName } : {}),
  };
  const representations: unknown = variables?.['representations'];
  const entities = Array.isArray(representations) ? representations.length : undefined;
  const answer = await callSubgraph(link, call, execution, logger);
  // It merges what it fetches into these objects, and others may have the same answer.
  const own = answer instanceof UnavailableValue ? answer : { ...answer, data: structuredClone(answer.data) };
  const data = shapeAnswer(link.name, call, own, { entities, asked: fieldsOf(query) }, logger);
  if (entities === undefined) roots.push(data);
  return data;
}

async function fetchData(
  gateway: ApolloGateway,
  { document, hash }: AllowedOperation,
  variables: Readonly<Record<string, unknown>>,
  execution: ExecutionContext,
  logger: Logger,
): Promise<Data> {
  const context: StockContext = { execution, roots: [] };
  const request = { document, queryHash: hash, request: { variables }, context, metrics: {}, logger };
  // Its own completion is left aside: it takes what is missing for null.
  const { data, errors } = await gateway.executor(request as unknown as StockRequest);
  if (data === undefined && context.roots.length === 0) throw errors?.[0] ?? new Error('nothing was planned');
  return mergeRootResults(context.roots);
}

type GraphQLErrors = NonNullable<Awaited<ReturnType<typeof complete>>['errors']>;

function toFieldError(error: GraphQLErrors[number]): ExecutedOperation['errors'][number] {
  const { message, path = [], extensions } = error.toJSON();
  return { message, path, extensions, cause: error };
}

/** It writes whole supergraphs' worth of news at `info`. */
const quiet = (logger: Logger) => ({
  debug: () => undefined,
  info: (message?: unknown) => logger.debug(String(message)),
  warn: (message?: unknown) => logger.warn(String(message)),
  error: (message?: unknown) => logger.error(String(message)),
});
