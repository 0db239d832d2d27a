import { readFileSync } from 'node:fs';
import { CordonError } from '../../shared/errors/cordonError';
import type { Logger } from '../../shared/logger/logger';
import type { OpenExecutor } from '../execution/openExecutor';
import { oneAtATime } from '../watch/oneAtATime';
import { watchContent } from '../watch/watchContent';
import { type Contract, contractKey } from '../supergraph/contract';
import { digest, type Graph } from './graph';
import {
  closeGraphs,
  closeVersion,
  exchangeContracts,
  loadVersion,
  type SupergraphVersion,
} from './supergraphVersion';

/** A supergraph that was read and is not in force. */
export interface RejectedSupergraph {
  readonly reason: string;
  readonly at: Date;
}

/** The contracts of a new supergraph, before they are in force. */
export interface NextContracts {
  /** Makes the graphs ready, while those before are served. */
  prepare(graphOf: (contract: Contract | undefined) => Graph): Promise<void>;
  /** Is called in the step that serves them. */
  inForce(): void;
}

/** The supergraph in force. */
export interface Supergraph {
  /** The graph in force: the whole, or what a contract serves of it. A request takes this once, and keeps it to its end. */
  current(contract?: Contract): Graph;
  /**
   * Loads the graphs of these contracts and prepares them. They are served instead of those before when `inForce` is
   * called. Throws SUPERGRAPH_INVALID where one of them leaves no query, and what `prepare` throws: then all is as before.
   */
  serve(contracts: readonly Contract[], next: NextContracts): Promise<void>;
  /** Returns the rejection of the file's content, or undefined where the file is in force. */
  rejected(): RejectedSupergraph | undefined;
  /** Tries a rejected content again: its conditions may hold now, as where its policies came after it. */
  retry(): void;
  close(): Promise<void>;
}

/** Reads the text of a supergraph. Throws SUPERGRAPH_INVALID where the file cannot be read. */
export function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new CordonError('SUPERGRAPH_INVALID', `the supergraph ${file} cannot be read: ${code}`);
  }
}

/** Prepares a graph for the operations of the one that is in force. */
export type PrepareGraph = (next: Graph, inForce: Graph) => Promise<void>;

export interface SupergraphOptions {
  readonly prepare: PrepareGraph;
  /** Throws for a graph that this gateway could not enforce. */
  check(graph: Graph): void;
  readonly logger: Logger;
  /** Called for each change of the file, with true where it was rejected. */
  onReload?(rejected: boolean): void;
}

/**
 * Opens the supergraph of a file, and follows the file. A new one is in force once it is loaded and prepared,
 * for the requests that begin then. A broken one is rejected and logged, and the one before stays.
 */
export async function openSupergraph(
  file: string,
  openExecutor: OpenExecutor,
  { prepare, check, logger, onReload }: SupergraphOptions,
): Promise<Supergraph> {
  const content = readSupergraph(file);
  const load = (sdl: string, contracts: readonly Contract[], ready: (next: SupergraphVersion) => unknown) =>
    loadReady(() => loadVersion(sdl, contracts, openExecutor), ready);
  let version = await load(content, [], ({ whole }) => check(whole));
  let served: readonly Contract[] = [];
  let rejected: (RejectedSupergraph & { readonly content: string | undefined }) | undefined;
  const alone = oneAtATime();
  const watched = watchContent(file, content, (changed) => alone(() => take(changed)));

  async function take(changed: string | undefined): Promise<void> {
    const supergraph = () => version.whole.id;
    try {
      if (changed === undefined) throw new CordonError('SUPERGRAPH_INVALID', 'the supergraph cannot be read');
      if (digest(changed) !== supergraph()) await replaceWith(changed);
      rejected = undefined;
      logger.info({ supergraph: supergraph() }, 'a new supergraph is in force');
      onReload?.(false);
    } catch (error) {
      onReload?.(true);
      const reason = error instanceof Error ? error.message : String(error);
      rejected = { reason, at: new Date(), content: changed };
      logger.error(
        { err: error, supergraph: supergraph() },
        'the new supergraph is rejected; the one before stays in force',
      );
    }
  }

  async function replaceWith(changed: string): Promise<void> {
    const next = await load(changed, served, (loaded) => prepareVersion(loaded, version, { check, prepare }));
    const before = version;
    version = next;
    // The executor holds nothing that a request under way would miss.
    await closeReplaced([before.whole, ...before.contracts.values()], logger);
  }

  return {
    current: (contract) => graphOf(version, contract),
    serve: (contracts, { prepare, inForce }) =>
      alone(async () => {
        const prepareNext = (next: SupergraphVersion) => prepare((contract) => graphOf(next, contract));
        const { kept, unused } = await exchangeContracts(version, { contracts, prepareNext, openExecutor });
        inForce();
        version = kept;
        served = contracts;
        await closeReplaced(unused, logger);
      }),
    rejected: () => rejected && { reason: rejected.reason, at: rejected.at },
    retry: () =>
      void alone(async () => {
        if (rejected?.content !== undefined) await take(rejected.content);
      }),
    async close() {
      watched.stop();
      await alone(() => closeVersion(version));
    },
  };
}

function graphOf({ whole, contracts }: SupergraphVersion, contract: Contract | undefined): Graph {
  if (!contract) return whole;
  const graph = contracts.get(contractKey(contract));
  if (!graph) throw new Error(`the contract ${contractKey(contract)} is not served`);
  return graph;
}

/** Loads a version and makes it ready. Leaves nothing open where that fails. */
async function loadReady(
  load: () => Promise<SupergraphVersion>,
  ready: (version: SupergraphVersion) => unknown,
): Promise<SupergraphVersion> {
  const version = await load();
  try {
    await ready(version);
    return version;
  } catch (error) {
    await closeVersion(version);
    throw error;
  }
}

/** Closes graphs that are no longer in force. A failure is only logged: the new ones stay in force. */
async function closeReplaced(graphs: readonly Graph[], logger: Logger): Promise<void> {
  await closeGraphs(graphs).catch((error: unknown) => {
    logger.warn({ err: error }, 'a supergraph that was replaced did not close');
  });
}

/**
 * Checks the whole graph, and prepares it and each contract for the operations of the one that it replaces.
 */
async function prepareVersion(
  next: SupergraphVersion,
  inForce: SupergraphVersion,
  { check, prepare }: Pick<SupergraphOptions, 'check' | 'prepare'>,
): Promise<void> {
  check(next.whole);
  await prepare(next.whole, inForce.whole);
  for (const [key, graph] of next.contracts) {
    const before = inForce.contracts.get(key);
    if (before) await prepare(graph, before);
  }
}
