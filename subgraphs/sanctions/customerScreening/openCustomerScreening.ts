import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../../shared/logger/logger';
import { type HeldLease, type Lease, openLease, renewDuring } from '../../../shared/mongo/lease';
import type { Screener } from './screener';
import type { ScreeningStateRecord } from './screeningState.record';
import { stateId, type ScreeningStateModels } from './screeningState.store';

/** The pause between checks for customers or list versions, in milliseconds. */
const lookEveryMs = 500;
/** A process that does not renew its lease for so long loses it to another process. */
const leaseMs = 10_000;

export interface CustomerScreening {
  /** Ends after the step under way. */
  close(): Promise<void>;
}

export interface CustomerScreeningParts {
  readonly screener: Screener;
  readonly models: Pick<ScreeningStateModels, 'screeningStates'>;
  /** Tells if there may be something to do: cheap, as it is asked again and again. */
  readonly isNeeded: () => Promise<boolean>;
  readonly logger: Logger;
}

/** Screens customers in the background, in one process of those over a store. */
export function openCustomerScreening(parts: CustomerScreeningParts): CustomerScreening {
  const { screener, models, isNeeded, logger } = parts;
  const lease = openLease<ScreeningStateRecord>(models.screeningStates, { name: stateId, leaseMs });
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  const look = async () => {
    if (!(await isNeeded())) return;
    const taken = await lease.take();
    if (!('heldBy' in taken)) await work(taken, lease, screener, isEnding);
  };
  const ended = (async () => {
    while (!isEnding()) {
      await look().catch((error: unknown) => {
        if (!isEnding()) logger.warn({ err: error }, 'customers could not be screened: trying again');
      });
      await pause(lookEveryMs, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      ending.abort();
      await ended;
    },
  };
}

/** Does step after step while there is more to do, and gives the lease back. */
async function work(
  held: HeldLease,
  lease: Lease,
  screener: Screener,
  isEnding: () => boolean,
): Promise<void> {
  let isDone = false;
  try {
    await renewDuring(held, lease.leaseMs, async () => {
      if (held.wasCutOff) await screener.resume();
      while (!isEnding() && (await screener.step(held)));
    });
    isDone = true;
  } finally {
    await (isDone ? held.end() : held.abandon());
  }
}
