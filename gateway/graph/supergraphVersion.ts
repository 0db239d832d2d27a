import type { OpenExecutor } from '../execution/openExecutor';
import type { Contract } from '../supergraph/contract';
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
  return withContracts(version, contracts, openExecutor);
}

/** Returns the version with these contracts: those that it serves already stay as they are. */
export async function withContracts(
  version: SupergraphVersion,
  wanted: readonly Contract[],
  openExecutor: OpenExecutor,
): Promise<SupergraphVersion> {
  const contracts = new Map(version.contracts);
  for (const contract of wanted) {
    const key = contractKey(contract);
    if (contracts.has(key)) continue;
    rejectUnknownTags(contract, version.whole);
    const sdl = contractSupergraph(version.whole.sdl, version.whole.schema, contract);
    contracts.set(key, await loadGraph(sdl, openExecutor));
  }
  return { ...version, contracts };
}

/** A misspelled `exclude` would leave out nothing. */
function rejectUnknownTags({ include, exclude }: Contract, { tags }: Graph): void {
  const unknown = (include ?? exclude ?? []).filter((tag) => !tags.has(tag));
  if (unknown.length > 0)
    throw invalidSupergraph(`a contract names a tag that no element carries: ${unknown.join(', ')}`);
}

/** Equal for contracts that leave out the same. */
export function contractKey({ include, exclude }: Contract): string {
  return JSON.stringify([include ? 'include' : 'exclude', ...[...(include ?? exclude ?? [])].sort()]);
}

export async function closeVersion({ whole, contracts }: SupergraphVersion): Promise<void> {
  await Promise.all([whole, ...contracts.values()].map((graph) => graph.executor.close()));
}
