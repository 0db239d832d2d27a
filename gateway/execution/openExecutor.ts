import type { Logger } from '../../shared/logger/logger';
import { compiledExecutor } from './compiled/compiledExecutor';
import { noSavingsYet, type SavingName } from './compiled/fetch/savings';
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

/** Returns how executors are made with this configuration: each supergraph that is in force has its own. */
export function executorOf({ executor, savings }: ExecutorParts, links: Links, logger: Logger): OpenExecutor {
  if (executor === 'stock') return (sdl) => stockExecutor(sdl, links, logger);
  const parts = { links, savings: new Set(savings), counts: noSavingsYet(), logger };
  return async (sdl) => compiledExecutor(sdl, parts);
}
