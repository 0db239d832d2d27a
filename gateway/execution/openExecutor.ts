import { ConfigError } from '../../shared/config/settings';
import type { Logger } from '../../shared/logger/logger';
import { compiledExecutor } from './compiled/compiledExecutor';
import { noSavingsYet, type SavingName, type SavingsCounts } from '../metrics/savings';
import type { Links, PlanExecutor } from './planExecutor';

export const executorNames = ['compiled', 'stock'] as const;

export interface ExecutorParts {
  readonly executor: (typeof executorNames)[number];
  /** The savings of the compiled executor. */
  readonly savings: readonly SavingName[];
  /** The labels of `@override(label:)` that are in force; those of others are not. The stock executor knows none. */
  readonly overrideLabels: readonly string[];
}

/** Makes the executor of a supergraph. Rejects where the supergraph is broken, or a subgraph of it has no link. */
export type OpenExecutor = (supergraphSdl: string) => Promise<PlanExecutor>;

export interface ExecutorConnections {
  readonly links: Links;
  /** The counts to add to. Omitted: nothing is counted. */
  readonly savingsCounts?: SavingsCounts;
  readonly logger: Logger;
}

/** Returns how executors are made with this configuration: each supergraph that is in force has its own. */
export function executorOf(
  { executor, savings, overrideLabels }: ExecutorParts,
  { links, savingsCounts = noSavingsYet(), logger }: ExecutorConnections,
): OpenExecutor {
  if (executor === 'stock') {
    if (overrideLabels.length > 0)
      throw new ConfigError(
        'CORDON_OVERRIDE_LABELS: the stock executor decides no labels; use CORDON_EXECUTOR=compiled',
      );
    // Loaded only where it is chosen: @apollo/gateway takes 20 MB.
    return async (sdl) => (await import('./stock/stockExecutor.js')).stockExecutor(sdl, links, logger);
  }
  const parts = {
    links,
    savings: new Set(savings),
    overrideLabels: new Set(overrideLabels),
    counts: savingsCounts,
    logger,
  };
  return async (sdl) => compiledExecutor(sdl, parts);
}
