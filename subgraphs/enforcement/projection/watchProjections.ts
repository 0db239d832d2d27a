import { LedgerDamaged } from '@cordon/ledger';
import type { Logger } from '../../../shared/logger/logger';
import { describeDifferences, type ProjectionComparison } from './compareProjections';
import type { RebuildReport } from './rebuild';

export interface WatchProjectionsParts {
  readonly compare: () => Promise<ProjectionComparison>;
  readonly rebuild: () => Promise<RebuildReport>;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** The shortest rest between two checks, and before the first; for tests. */
  readonly minRestMs?: number;
}

const defaultRestMs = 5 * 60_000;
/** A check takes this share of the time at most. */
const share = 1 / 50;

/** What a check found: rows that differ from what the ledger makes of them, or events that were edited or moved. */
export type ProjectionsProblem = 'VIEWS_DAMAGED' | 'LEDGER_DAMAGED';

export interface WatchedProjections {
  /** What the last check found and nobody has mended: nothing of the views may be served meanwhile. */
  problem(): ProjectionsProblem | undefined;
  stop(): Promise<void>;
}

/**
 * Compares the views with the ledger again and again while a server runs. What differs is logged, and served again when
 * a rebuild has mended it. A damaged ledger is served again when a later check finds it whole.
 */
export function watchProjections({
  compare,
  rebuild,
  logger,
  minRestMs = defaultRestMs,
}: WatchProjectionsParts): WatchedProjections {
  let problem: ProjectionsProblem | undefined;
  let stopped = false;
  let underWay: Promise<void> | undefined;
  const check = async () => {
    const compared = await compare();
    problem = compared.total === 0 ? undefined : 'VIEWS_DAMAGED';
    if (problem === undefined) return;
    logger.error(
      { total: compared.total, differences: compared.differences },
      `${describeDifferences(compared)}: nothing is served until they are made anew`,
    );
    const { differences } = await rebuild();
    problem = undefined;
    logger.info({ differences }, 'the views were made anew');
  };
  const run = () => {
    const begun = performance.now();
    underWay = check()
      .catch((err: unknown) => {
        if (err instanceof LedgerDamaged) problem = 'LEDGER_DAMAGED';
        logger.error({ err }, 'the views cannot be compared with the ledger');
      })
      .then(() => {
        if (!stopped) timer = rest(Math.max(minRestMs, (performance.now() - begun) / share));
      });
  };
  const rest = (ms: number) => setTimeout(run, ms).unref();
  let timer = rest(minRestMs);
  return {
    problem: () => problem,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
