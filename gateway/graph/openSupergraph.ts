import { readFileSync } from 'node:fs';
import { CordonError } from '../../shared/errors/cordonError';
import type { Logger } from '../../shared/logger/logger';
import type { OpenExecutor } from '../execution/openExecutor';
import { watchContent } from '../watch/watchContent';
import { digest, type Graph, loadGraph } from './graph';

/** A supergraph that was read and is not in force. */
export interface RefusedSupergraph {
  readonly reason: string;
  readonly at: Date;
}

/** The supergraph in force. */
export interface Supergraph {
  /** A request takes this once, and keeps it to its end. */
  current(): Graph;
  /** The content of the file, where it was refused: the supergraph in force is then an older one. */
  refused(): RefusedSupergraph | undefined;
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

/** Makes a graph ready for what is asked of the one that is in force. */
export type PrepareGraph = (next: Graph, inForce: Graph) => Promise<void>;

/**
 * Opens the supergraph of a file, and follows the file: a new one is in force once it is loaded and prepared, for the
 * requests that begin then. A broken one is refused and logged, and the one before stays.
 */
export async function openSupergraph(
  file: string,
  openExecutor: OpenExecutor,
  prepare: PrepareGraph,
  logger: Logger,
): Promise<Supergraph> {
  const content = readSupergraph(file);
  let graph = await loadGraph(content, openExecutor);
  let refused: RefusedSupergraph | undefined;
  const watched = watchContent(file, content, async (changed) => {
    try {
      if (changed === undefined) throw new CordonError('SUPERGRAPH_INVALID', 'the supergraph cannot be read');
      if (digest(changed) !== graph.id) await replaceWith(changed);
      refused = undefined;
      logger.info({ supergraph: graph.id }, 'a new supergraph is in force');
    } catch (error) {
      refused = { reason: error instanceof Error ? error.message : String(error), at: new Date() };
      logger.error(
        { err: error, supergraph: graph.id },
        'the new supergraph is refused; the one before stays in force',
      );
    }
  });

  async function replaceWith(changed: string): Promise<void> {
    const next = await loadGraph(changed, openExecutor);
    await prepare(next, graph);
    const before = graph;
    graph = next;
    // The executor holds nothing that a request under way would miss.
    await before.executor.close();
  }

  return {
    current: () => graph,
    refused: () => refused,
    async close() {
      watched.stop();
      await graph.executor.close();
    },
  };
}
