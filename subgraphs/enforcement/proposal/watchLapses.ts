import type { Logger } from '../../../shared/logger/logger';
import type { ProposalStore } from './proposal.store';

/**
 * The pause between checks, in milliseconds. The lapse itself takes effect with time: only the log waits for
 * it.
 */
const every = 60_000;
const maxAtOnce = 200;

export interface WatchOptions {
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  readonly now: () => Date;
}

/**
 * Logs, once for each while this server runs, that an emergency freeze lapsed because nobody confirmed it: an
 * account meant to stay frozen is not. `look` checks at once.
 */
export function watchLapses(
  proposals: Pick<ProposalStore, 'page'>,
  { logger, now }: WatchOptions,
): { look(): Promise<void>; stop(): Promise<void> } {
  // Proposals lapse with time, so that each check finds those since the last one, and the first finds all.
  let since: Date | null = null;
  const look = async () => {
    const at = now();
    const query = { state: 'LAPSED' as const, at, since, visibleTo: null };
    let after: string | null = null;
    do {
      const { rows, hasNextPage } = await proposals.page(query, { first: maxAtOnce, after });
      for (const { _id, expires } of rows) {
        logger.warn(
          { proposal: _id, lapsed: expires },
          'an emergency freeze lapsed: nobody confirmed it in time',
        );
      }
      after = hasNextPage ? (rows.at(-1)?._id ?? null) : null;
    } while (after !== null);
    since = at;
  };
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= look()
      .catch((err: unknown) => logger.error({ err }, 'lapsed emergency freezes cannot be looked for'))
      .finally(() => {
        underWay = undefined;
      });
  }, every);
  timer.unref();
  return {
    look,
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
