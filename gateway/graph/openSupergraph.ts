import { readFileSync } from 'node:fs';
import { CordonError } from '../../shared/errors/cordonError';
import type { Logger } from '../../shared/logger/logger';
import type { Links } from '../execution/planExecutor';
import { watchContent } from '../watch/watchContent';
import { type Graph, loadGraph } from './graph';

/** The supergraph in force. */
export interface Supergraph {
  /** A request takes this once, and keeps it to its end. */
  current(): Graph;
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

/**
 * Opens the supergraph of a file, and follows the file: a new one is in force once it is loaded, for the requests that
 * begin then. A broken one is logged, and the one before stays.
 */
export async function openSupergraph(file: string, links: Links, logger: Logger): Promise<Supergraph> {
  const content = readSupergraph(file);
  let graph = await loadGraph(content, links, logger);
  const watched = watchContent(file, content, async (changed) => {
    try {
      if (changed === undefined) throw new CordonError('SUPERGRAPH_INVALID', 'the supergraph cannot be read');
      const before = graph;
      graph = await loadGraph(changed, links, logger);
      // The stock executor holds nothing that a request under way would miss.
      await before.executor.close();
      logger.info({ supergraph: graph.id }, 'a new supergraph is in force');
    } catch (error) {
      logger.error(
        { err: error, supergraph: graph.id },
        'the new supergraph is refused; the one before stays in force',
      );
    }
  });
  return {
    current: () => graph,
    async close() {
      watched.stop();
      await graph.executor.close();
    },
  };
}
