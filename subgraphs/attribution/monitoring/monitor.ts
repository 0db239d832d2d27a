import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../../shared/logger/logger';
import type { Deliverer } from './deliver';
import type { WatchEvaluator } from './watchEvaluator';
import type { MonitoringTurn } from './monitoringTurn';
import { monitoringPolicy } from './monitoringPolicy';

export interface MonitorParts {
  readonly evaluation: WatchEvaluator;
  readonly deliverer: Deliverer;
  readonly turn: MonitoringTurn;
  readonly logger: Logger;
}

export interface Monitor {
  /**
   * Lets running work end, except calls to webhooks: these are broken off, and repeated by the next process.
   */
  close(): Promise<void>;
}

/** Evaluates and delivers in the background, where it is this process's turn. */
export function startMonitor({ evaluation, deliverer, turn, logger }: MonitorParts): Monitor {
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  const goOn = async () => !isEnding() && (await turn.hold());
  const repeat = async (what: string, work: () => Promise<unknown>) => {
    while (!isEnding()) {
      try {
        if (await goOn()) await work();
      } catch (error) {
        if (!isEnding()) logger.warn({ err: error }, `could not ${what}`);
      }
      await pause(monitoringPolicy.lookEveryMs, undefined, { ref: false, signal: ending.signal }).catch(
        () => undefined,
      );
    }
  };
  const ended = Promise.all([
    repeat('evaluate watches', () => evaluation.run(goOn)),
    repeat('deliver alerts', () => deliverer.run(goOn)),
  ]);
  return {
    async close() {
      ending.abort();
      deliverer.stop();
      await ended;
      await deliverer.close();
      await turn.letGo().catch(() => undefined);
    },
  };
}
