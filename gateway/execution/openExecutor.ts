import type { Logger } from '../../shared/logger/logger';
import { compiledExecutor } from './compiled/compiledExecutor';
import { noSavingsYet, type SavingName, type SavingsCounts } from '../metrics/savings';
import type { Links, PlanExecutor } from './planExecutor';
import { stockExecutor } from './stock/stockExecutor';

export const executorNames = ['compiled', 'stock'] as const;

export interface ExecutorParts {
  readonly executor: (typeof executorNames)[number];
  /** What the compiled executor does to make fewer calls. */
  readonly savings: readonly SavingName[];
}

/** Makes the executor of a supergraph. Rejects where the supergraph is broken, or a subgraph of it has no link. */
export type OpenExecutor = (supergraphSdl: string) => Promise<PlanExecutor>;

export interface ExecutorConnections {
  readonly links: Links;
  /** Is added to. Left out: nobody counts. */
  readonly savingsCounts?: SavingsCounts;
  readonly logger: Logger;
}

/** Returns how executors are made with this configuration: each supergraph that is in force has its own. */
export function executorOf(
  { executor, savings }: ExecutorParts,
  { links, savingsCounts = noSavingsYet(), logger }: ExecutorConnections,
): OpenExecutor {
  if (executor === 'stock') return (sdl) => stockExecutor(sdl, links, logger);
  const parts = { links, savings: new Set(savings), counts: savingsCounts, logger };
  return async (sdl) => compiledExecutor(sdl, parts);
}
