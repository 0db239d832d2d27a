import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, graphql, parse } from 'graphql';
import { noSavingsYet, type SavingsCounts } from '../../gateway/metrics/savings';
import { executorOf, type ExecutorParts } from '../../gateway/execution/openExecutor';
import { loadGraph } from '../../gateway/graph/graph';
import type { SubgraphLink } from '../../gateway/link/subgraphLink';
import { authorize } from '../../gateway/steps/authorize';
import { queryLimits } from '../../gateway/steps/limitQuery';
import { parseRequest } from '../../gateway/steps/parseRequest';
import { createLogger } from '../../shared/logger/logger';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { executorConfig } from './gatewayUp';
import { callerOf } from './identities';

export interface SmallSubgraph {
  /** Without the link to the federation specification. */
  readonly sdl: string;
  readonly resolvers: object;
}

/** The answer of a subgraph in a test; `own` resolves to its own answer. */
export type Answering = (
  request: SubgraphRequest,
  own: () => Promise<FormattedExecutionResult>,
) => FormattedExecutionResult | Promise<FormattedExecutionResult>;

export interface ExecutorUp {
  /** The calls to the subgraphs, in order. */
  readonly calls: (SubgraphRequest & { readonly subgraph: string })[];
  /** The savings of the compiled executor. */
  readonly counts: SavingsCounts;
  /** Answers in place of a subgraph's own, while they are in here. */
  readonly answers: Map<string, Answering>;
  /** Resolves to the answer, read from the JSON that was written. */
  ask(query: string, variables?: Record<string, unknown>): Promise<ExecutorAnswer>;
}

export interface ExecutorAnswer {
  readonly data: Record<string, unknown> | null;
  /** The JSON text of `data`. */
  readonly text: string;
  /** The errors' paths and codes: `a.0.b CODE`. */
  readonly errors: readonly string[];
}

const specification = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])`;

/** An executor over real subgraphs in this process, for whatever supergraph they make. */
export async function executorUp(
  subgraphs: Readonly<Record<string, SmallSubgraph>>,
  config: Partial<ExecutorParts> = {},
): Promise<ExecutorUp> {
  const calls: ExecutorUp['calls'] = [];
  const answers: ExecutorUp['answers'] = new Map();
  const logger = createLogger('test', 'silent');
  const counts = noSavingsYet();
  const documents = Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => ({
    name,
    typeDefs: parse(`${specification}\n${sdl}`),
    resolvers,
  }));
  const composed = composeServices(documents.map((document) => ({ ...document, url: 'http://127.0.0.1' })));
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const links = documents.map(({ name, typeDefs, resolvers }) => {
    const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
    const execute = async (request: SubgraphRequest): Promise<FormattedExecutionResult> => {
      calls.push({ ...copy(request), subgraph: name });
      const own = async () => {
        const { query: source, variables } = copy(request);
        const result = await graphql({ schema, source, ...(variables ? { variableValues: variables } : {}) });
        return copy(result) as FormattedExecutionResult;
      };
      return answers.get(name)?.(request, own) ?? own();
    };
    return [name, { name, execute } as Pick<SubgraphLink, 'name' | 'execute'> as SubgraphLink] as const;
  });
  const openExecutor = executorOf(
    { ...executorConfig, ...config },
    { links: new Map(links), savingsCounts: counts, logger },
  );
  const graph = await loadGraph(composed.supergraphSdl, openExecutor);
  const caller = callerOf('analyst');
  return {
    calls,
    counts,
    answers,
    async ask(query, variables = {}) {
      const parsed = parseRequest({ query, variables, operationName: null }, graph, {
        ...queryLimits,
        maxDepth: 12,
      });
      const context = {
        caller,
        signal: new AbortController().signal,
        extensions: new Map(),
        beginCall: () => undefined,
        spend: () => undefined,
      };
      const { prepared } = authorize(
        parsed,
        { grants: caller.scopes, client: null },
        { mode: 'filter', estimateWithin: () => 0, logger },
      );
      const { data, errors } = await prepared.execute(variables, context);
      return {
        text: data,
        data: JSON.parse(data) as ExecutorAnswer['data'],
        errors: errors.map(
          ({ path, extensions }) =>
            `${path.join('.')} ${(extensions?.['code'] as string | undefined) ?? 'MASKED'}`,
        ),
      };
    },
  };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
