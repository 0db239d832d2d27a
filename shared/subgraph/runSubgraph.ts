import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { isQuery } from './isQuery';
import { type OperationContext, requestErrors } from './requestErrors';
import { type EndSignal, endedWith, neverEnds } from './endedRequest';
import { loggedOperation } from '../errors/loggedOperation';
import { readRequestId } from '../http/requestId';
import type { Identity } from '../identity/identity';
import type { Logger } from '../logger/logger';
import type { Headers, Tracing } from '../tracing/tracing';

/** One GraphQL operation of the gateway. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface ExecuteOptions {
  /**
   * Aborted when the caller has left, or the deadline has passed: the work of a query then ends with REQUEST_ENDED. A mutation is
   * carried out to its end.
   */
  readonly signal?: EndSignal;
  /** The headers of the call: the id of the request, and its place in a trace. */
  readonly headers?: Headers | undefined;
}

/** The health of a subgraph. `cases` are the bundled or imported cases that are wholly loaded in it. */
export interface SubgraphHealth {
  readonly name: string;
  readonly cases: readonly string[];
}

/** A running subgraph: the same operations, identity and errors for the local link and for HTTP. */
export interface Subgraph {
  readonly name: string;
  execute(
    request: SubgraphRequest,
    caller: Identity,
    options?: ExecuteOptions,
  ): Promise<FormattedExecutionResult>;
  /** Throws while the store does not answer, and while what is answered from is being read into memory. */
  health(): Promise<SubgraphHealth>;
  close(): Promise<void>;
}

export interface SubgraphParts<Context extends object> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** Omitted: nothing is traced. */
  readonly tracing?: Tracing | undefined;
  /** The loaders and stores of one request. */
  readonly createContext: (caller: Identity, signal: AbortSignal) => Context;
  /** Returns the `extensions` of the response. Default: none. */
  readonly extensionsOf?: (context: Context) => Readonly<Record<string, unknown>>;
  readonly loadedCases: () => Promise<readonly string[]>;
  /** Resolves when the data that it answers from is in memory. Omitted: it needs none there. */
  readonly ready?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the executor of a subgraph. Parsed and validated operations are kept by Apollo Server's document store. */
export async function runSubgraph<Context extends object>(parts: SubgraphParts<Context>): Promise<Subgraph> {
  const errors = requestErrors(parts.logger);
  const server = new ApolloServer<Context & OperationContext>({
    schema: parts.schema,
    formatError: errors.format,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    csrfPrevention: false,
    logger: parts.logger,
    // Nothing is reported to anybody, whatever the environment says.
    plugins: [
      errors.plugin,
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await server.start();

  return {
    name: parts.name,
    execute: traced(
      parts,
      async ({ query, variables, operationName }, caller, { signal, headers = {} } = {}) => {
        const request = {
          query,
          ...(variables ? { variables: { ...variables } } : {}),
          ...(operationName ? { operationName } : {}),
        };
        const until = isQuery(query) ? endedWith(signal) : neverEnds;
        const requestId = readRequestId(headers);
        const contextValue = { ...parts.createContext(caller, until), signal: until, requestId };
        const { body } = await server.executeOperation(request, { contextValue });
        if (body.kind !== 'single') throw new Error('a subgraph does not answer in parts');
        logOperation(parts.logger, requestId, operationName, body.singleResult);
        const extensions = parts.extensionsOf?.(contextValue);
        return extensions ? { ...body.singleResult, extensions } : body.singleResult;
      },
    ),
    async health() {
      await readyInTime(parts);
      return { name: parts.name, cases: await parts.loadedCases() };
    },
    async close() {
      await server.stop();
      await parts.close();
    },
  };
}

/** Writes a line for each operation of the gateway, by the id of the request that it is of. */
function logOperation(
  logger: Logger,
  requestId: string | undefined,
  operationName: string | undefined,
  { errors = [] }: FormattedExecutionResult,
): void {
  if (!logger.isLevelEnabled('debug')) return;
  logger.debug({ requestId, operation: loggedOperation(operationName), errors: errors.length }, 'operation');
}

/** Runs each operation in a span of its own, under the call that it came with. */
function traced(
  { name, tracing }: Pick<SubgraphParts<object>, 'name' | 'tracing'>,
  execute: Subgraph['execute'],
): Subgraph['execute'] {
  if (!tracing) return execute;
  return async (request, caller, options = {}) => {
    const operation = loggedOperation(request.operationName);
    const span = tracing.start(`${name} ${operation ?? 'operation'}`, {
      kind: 'server',
      parent: options.headers ?? {},
      attributes: { 'cordon.subgraph': name, 'graphql.operation.name': operation },
    });
    try {
      const answer = await span.run(() => execute(request, caller, options));
      span.describe({ 'cordon.errors': answer.errors?.length ?? 0 });
      span.end();
      return answer;
    } catch (error) {
      span.fail(error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  };
}

/** The time that a health check waits for data to be read into memory, in milliseconds. */
const readyWaitMs = 1_000;

async function readyInTime({ name, ready }: Pick<SubgraphParts<object>, 'name' | 'ready'>): Promise<void> {
  if (!ready) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`${name} is not ready: its data is being read into memory`);
    timer = setTimeout(() => reject(error), readyWaitMs);
  });
  await Promise.race([ready(), late]).finally(() => clearTimeout(timer));
}
