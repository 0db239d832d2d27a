import { LedgerDamaged } from '@cordon/ledger';
import type { Logger } from '../../../shared/logger/logger';
import { describeDifferences, type ProjectionComparison } from './compareProjections';
import type { RebuildReport } from './rebuild';

export interface WatchProjectionsParts {
  /** Reads every event of the ledger, and its place in the chain. Throws LedgerDamaged. */
  readonly verifyChain: () => Promise<void>;
  readonly compare: () => Promise<ProjectionComparison>;
  readonly rebuild: () => Promise<RebuildReport>;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** The shortest rest between two checks; for tests. */
  readonly minRestMs?: number;
}

const defaultRestMs = 5 * 60_000;
/** The first check begins so long after the start, in milliseconds: what waits for the start is served first. */
const firstRestMs = 2_000;
/** A check takes this share of the time at most. */
const share = 1 / 50;

/**
 * The problem that a check found: rows that differ from the ledger's, or events that were edited or moved.
 */
export type ProjectionsProblem = 'VIEWS_DAMAGED' | 'LEDGER_DAMAGED';

/** The last check of a server, as it ended. */
export interface LedgerCheck {
  readonly at: Date;
  /** `UNKNOWN`: it could not be carried out. */
  readonly outcome: 'WHOLE' | 'REBUILT' | 'LEDGER_DAMAGED' | 'UNKNOWN';
  /** True where the views were compared with the ledger too. */
  readonly viewsCompared: boolean;
}

export interface WatchedProjections {
  /** Null until the first check of this process has ended. */
  lastCheck(): LedgerCheck | null;
  /**
   * Returns the problem of the last check that nobody has repaired: no projection may be served meanwhile.
   */
  problem(): ProjectionsProblem | undefined;
  stop(): Promise<void>;
}

/**
 * Verifies the ledger soon after the start, and again and again with its views while a server runs. A view that differs
 * is logged, and served again when a rebuild has mended it. A damaged ledger is served again when a later check finds it
 * whole.
 */
export function watchProjections({
  verifyChain,
  compare,
  rebuild,
  logger,
  minRestMs = defaultRestMs,
}: WatchProjectionsParts): WatchedProjections {
  let problem: ProjectionsProblem | undefined;
  let stopped = false;
  let isFirst = true;
  let underWay: Promise<void> | undefined;
  let lastCheck: LedgerCheck | null = null;
  const check = async (): Promise<LedgerCheck['outcome']> => {
    await verifyChain();
    // To make the views beside the live ones is the larger part by far: not while the server starts.
    if (isFirst) return 'WHOLE';
    const compared = await compare();
    problem = compared.total === 0 ? undefined : 'VIEWS_DAMAGED';
    if (problem === undefined) return 'WHOLE';
    logger.error(
      { total: compared.total, differences: compared.differences },
      `${describeDifferences(compared)}: nothing is served until they are rebuilt`,
    );
    const { differences } = await rebuild();
    problem = undefined;
    logger.info({ differences }, 'the views were rebuilt');
    return 'REBUILT';
  };
  const run = () => {
    const begun = performance.now();
    underWay = check()
      .catch((err: unknown) => {
        const isDamaged = err instanceof LedgerDamaged;
        if (isDamaged) problem = 'LEDGER_DAMAGED';
        logger.error({ err }, 'the ledger and its views cannot be verified');
        return isDamaged ? ('LEDGER_DAMAGED' as const) : ('UNKNOWN' as const);
      })
      .then((outcome) => {
        lastCheck = { at: new Date(), outcome, viewsCompared: !isFirst };
        isFirst = false;
        if (!stopped) timer = rest(Math.max(minRestMs, (performance.now() - begun) / share));
      });
  };
  const rest = (ms: number) => setTimeout(run, ms).unref();
  let timer = rest(Math.min(firstRestMs, minRestMs));
  return {
    problem: () => problem,
    lastCheck: () => lastCheck,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
