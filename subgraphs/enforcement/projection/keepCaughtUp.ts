import type { Logger } from '../../../shared/logger/logger';
import type { CatchUp } from './catchUp';

/** Beside other writers the views are at most this old, in milliseconds, also while nobody asks: under a second. */
const idle = 900;

export interface KeptProjections {
  /** Up to the head. A call puts off the next check: no check runs beside readers who catch up themselves. */
  readonly catchUp: () => Promise<void>;
  stop(): Promise<void>;
}

/**
 * Catches the projections up when idle for a while, until it is stopped. A failure is logged once, until it
 * is over: readers meanwhile get the error, as every read catches up itself.
 */
export function keepCaughtUp(catchUp: CatchUp, logger: Logger): KeptProjections {
  let failing = false;
  let stopped = false;
  let underWay: Promise<void> | undefined;
  const look = () => {
    underWay = catchUp.settle().then(
      () => {
        failing = false;
      },
      (error: unknown) => {
        if (!failing) logger.error({ err: error }, 'the views cannot be caught up with the ledger');
        failing = true;
      },
    );
    void underWay.then(() => {
      if (!stopped) timer.refresh();
    });
  };
  const timer = setTimeout(look, idle);
  timer.unref();
  return {
    catchUp() {
      if (!stopped) timer.refresh();
      return catchUp();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
      await catchUp.settle().catch(() => undefined);
    },
  };
}
