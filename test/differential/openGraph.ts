import { composeServices } from '@apollo/composition';
import { type GraphQLSchema, parse } from 'graphql';
import { savingNames } from '../../gateway/metrics/savings';
import {
  executorNames,
  executorOf,
  type ExecutorParts,
  type OpenExecutor,
} from '../../gateway/execution/openExecutor';
import { type Graph, loadGraph } from '../../gateway/graph/graph';
import { DownstreamError } from '../../gateway/link/downstreamError';
import { uncheckedStockExecutor } from '../../gateway/execution/stock/stockExecutor';
import { readResult } from '../../gateway/link/readResult';
import type { SubgraphLink } from '../../gateway/link/subgraphLink';
import { createLogger } from '../../shared/logger/logger';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import type { Fault } from './faults';
import { type GraphModel, labelInForce } from './graphModel';
import { hash } from './hash';
import { Random } from './random';
import { randomGraph, type Wildness } from './randomGraph';
import { RandomSubgraph } from './randomSubgraph';
import { World } from './world';

export type ExecutorName = ExecutorParts['executor'];

/** A random graph that composes, with a gateway's graph over it for each executor. */
export interface OpenGraph {
  readonly model: GraphModel;
  readonly world: World;
  /** The schema as clients see it. */
  readonly apiSchema: GraphQLSchema;
  readonly executors: ReadonlyMap<ExecutorName, Graph>;
  /** The calls to the subgraphs and their faults, for the operation that is executed at the time. */
  readonly current: Current;
  close(): Promise<void>;
}

export interface Current {
  faults: readonly Fault[];
  /** The calls that were made. */
  calls: Call[];
  /** The mutations that were carried out, in their order. */
  mutations: string[];
  /** True where an unavailable value was passed to a subgraph. */
  passedUnavailable: boolean;
}

export interface Call extends SubgraphRequest {
  readonly subgraph: string;
}

const silent = createLogger('differential', 'silent');

/** Opens the graph of a seed. What does not compose is made up again, more tamely. */
export async function openGraph(seed: number): Promise<OpenGraph> {
  for (let tries = 0; ; tries++) {
    const wildness = Math.max(0, 2 - Math.floor(tries / 3)) as Wildness;
    const model = randomGraph(hash(seed, tries), wildness);
    const composed = composeServices(
      model.subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
    );
    if (composed.errors) {
      if (tries < 12) continue;
      throw new Error(`no graph of the seed ${seed} composes: ${composed.errors[0]?.message ?? ''}`);
    }
    return openModel(model, composed.supergraphSdl, composed.schema.toAPISchema().toGraphQLJSSchema());
  }
}

async function openModel(
  model: GraphModel,
  supergraphSdl: string,
  apiSchema: GraphQLSchema,
): Promise<OpenGraph> {
  const world = new World(model);
  const current: OpenGraph['current'] = { faults: [], calls: [], mutations: [], passedUnavailable: false };
  const subgraphs = model.subgraphs.map((subgraph) => new RandomSubgraph(subgraph, world));
  const links = new Map(subgraphs.map((subgraph) => [subgraph.name, linkTo(subgraph, current)]));
  const executors = new Map<ExecutorName, Graph>();
  const random = new Random(model.seed);
  // Each saving can be switched off, and must not change an answer.
  const savings = random.chance(0.7) ? savingNames : random.some(savingNames, 0.5);
  const open: Record<ExecutorName, OpenExecutor> = {
    compiled: executorOf(
      { executor: 'compiled', savings, overrideLabels: [labelInForce] },
      { links, logger: silent },
    ),
    stock: (sdl) => uncheckedStockExecutor(sdl, links, silent),
  };
  for (const name of executorNames) {
    executors.set(name, await loadGraph(supergraphSdl, open[name]));
  }
  return {
    model,
    world,
    apiSchema,
    executors,
    current,
    close: async () => {
      for (const { executor } of executors.values()) await executor.close();
    },
  };
}

function linkTo(subgraph: RandomSubgraph, current: OpenGraph['current']): SubgraphLink {
  const { name } = subgraph;
  return {
    name,
    async execute(request) {
      current.calls.push({ ...request, subgraph: name });
      if (!isJson(request.variables)) current.passedUnavailable = true;
      // Answers come in any order, and in the same at each run.
      for (let turns = hash(name, request.query) % 3; turns > 0; turns--) await nextTurn();
      const down = current.faults.find((fault) => fault.kind === 'down' && fault.subgraph === name);
      if (down?.kind === 'down') throw new DownstreamError(name, 'made to be down', { sent: down.sent });
      return readResult(name, JSON.parse(await subgraph.answer(request, current)));
    },
    health: async () => ({ cases: undefined }),
    close: async () => undefined,
  };
}

/** An unavailable value can't be written as JSON. */
function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));
