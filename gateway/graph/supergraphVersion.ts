import type { OpenExecutor } from '../execution/openExecutor';
import { type Contract, contractKey } from '../supergraph/contract';
import { contractSupergraph } from '../supergraph/contractSupergraph';
import { invalidSupergraph } from '../supergraph/invalidSupergraph';
import { type Graph, loadGraph } from './graph';

/** One version of the supergraph with the contracts that are served of it. */
export interface SupergraphVersion {
  readonly whole: Graph;
  /** By `contractKey`. */
  readonly contracts: ReadonlyMap<string, Graph>;
}

/** Loads a supergraph and its contracts. Throws SUPERGRAPH_INVALID where one of them cannot be served. */
export async function loadVersion(
  sdl: string,
  contracts: readonly Contract[],
  openExecutor: OpenExecutor,
): Promise<SupergraphVersion> {
  const version = { whole: await loadGraph(sdl, openExecutor), contracts: new Map<string, Graph>() };
  try {
    return await withContracts(version, contracts, openExecutor);
  } catch (error) {
    await closeVersion(version);
    throw error;
  }
}

/** Returns the version with these contracts: those that it serves already stay as they are. Closes what it opened where it throws. */
export async function withContracts(
  version: SupergraphVersion,
  wanted: readonly Contract[],
  openExecutor: OpenExecutor,
): Promise<SupergraphVersion> {
  const added = new Map<string, Graph>();
  try {
    for (const contract of wanted) {
      const key = contractKey(contract);
      if (version.contracts.has(key) || added.has(key)) continue;
      added.set(key, await loadContract(version, contract, openExecutor));
    }
  } catch (error) {
    await closeGraphs([...added.values()]);
    throw error;
  }
  return { ...version, contracts: new Map([...version.contracts, ...added]) };
}

export interface ContractExchange {
  readonly contracts: readonly Contract[];
  readonly prepareNext: (version: SupergraphVersion) => Promise<void>;
  readonly openExecutor: OpenExecutor;
}

/**
 * Returns the version with these contracts instead of its own, prepared, and the graphs that are then unused. Closes what
 * it opened where it throws.
 */
export async function exchangeContracts(
  version: SupergraphVersion,
  { contracts, prepareNext, openExecutor }: ContractExchange,
): Promise<{ readonly kept: SupergraphVersion; readonly unused: readonly Graph[] }> {
  const next = await withContracts(version, contracts, openExecutor);
  try {
    await prepareNext(next);
  } catch (error) {
    await closeGraphs(
      [...next.contracts].flatMap(([key, graph]) => (version.contracts.has(key) ? [] : [graph])),
    );
    throw error;
  }
  const wanted = new Set(contracts.map(contractKey));
  const all = [...next.contracts];
  return {
    kept: { ...next, contracts: new Map(all.filter(([key]) => wanted.has(key))) },
    unused: all.flatMap(([key, graph]) => (wanted.has(key) ? [] : [graph])),
  };
}

async function loadContract(
  { whole }: SupergraphVersion,
  contract: Contract,
  openExecutor: OpenExecutor,
): Promise<Graph> {
  rejectUnknownTags(contract, whole);
  return loadGraph(contractSupergraph(whole.sdl, whole.schema, contract), openExecutor);
}

/** A misspelled `exclude` would leave out nothing. */
function rejectUnknownTags({ include, exclude }: Contract, { tags }: Graph): void {
  const unknown = (include ?? exclude ?? []).filter((tag) => !tags.has(tag));
  if (unknown.length > 0)
    throw invalidSupergraph(`a contract names a tag that no element carries: ${unknown.join(', ')}`);
}

export const closeVersion = ({ whole, contracts }: SupergraphVersion): Promise<void> =>
  closeGraphs([whole, ...contracts.values()]);

export async function closeGraphs(graphs: readonly Graph[]): Promise<void> {
  await Promise.all(graphs.map((graph) => graph.executor.close()));
}
