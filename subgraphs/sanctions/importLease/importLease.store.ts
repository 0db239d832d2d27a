import type { Model } from 'mongoose';
import {
  type HeldLease,
  type LeaseHolder,
  openLease,
  renewDuring,
  takeWhenFree,
} from '../../../shared/mongo/lease';
import { ImportError } from './importError';
import type { ImportLeaseRecord } from './importLease.record';

const terms = {
  name: 'lists',
  leaseMs: 15_000,
  /** It may wait for a store that stands still, and publish when it goes on. */
  maxStandstillMs: 300_000,
} as const;

/** An import of whole lists takes seconds: a process that waits longer than this gets an error. */
const maxWaitMs = 60_000;

/** Thrown where another import holds the lease: the same import may succeed later. */
export class LeaseUnavailableError extends ImportError {}

/**
 * Thrown where a lease was lost to another import. The parts prepared under it may be gone: prepare them
 * again.
 */
export class LeaseLostError extends LeaseUnavailableError {}

export interface ImportLease {
  /** The import before this one did not come to its end. */
  readonly cutOff: boolean;
  /** Throws LeaseLost where the lease was lost: this process stood still for too long. */
  confirm(): Promise<void>;
}

export interface ImportWait {
  /** Called once, with who holds the lease, where it has to be waited for. */
  readonly onWait?: (holder: string) => void;
}

/**
 * One import at a time, so that the remains of one can be told from the parts that another prepares. A lease
 * that is not renewed runs out; that of a process of this machine ends with the process.
 */
export interface ImportLeases {
  /** Throws ImportError where another import does not come to its end within a minute. */
  under<T>(work: (lease: ImportLease) => Promise<T>, wait?: ImportWait): Promise<T>;
  /** Does nothing, and returns undefined, where another import is under way: for work that is done again soon. */
  underIfFree<T>(work: (lease: ImportLease) => Promise<T>): Promise<T | undefined>;
}

export function importLeaseStore(leases: Model<ImportLeaseRecord>): ImportLeases {
  const lease = openLease(leases, terms);
  return {
    under: async (work, { onWait } = {}) => {
      const wait = { maxWaitMs, pauseMs: 200, onWait: (holder: LeaseHolder) => onWait?.(processOf(holder)) };
      const taken = await takeWhenFree(lease, wait);
      if (!('heldBy' in taken)) return runUnder(taken, work);
      throw new LeaseUnavailableError(
        `another import (${processOf(taken.heldBy)}) is under way: import again when it has ended`,
      );
    },
    underIfFree: async (work) => {
      const taken = await lease.take();
      return 'heldBy' in taken ? undefined : runUnder(taken, work);
    },
  };
}

const processOf = ({ host, pid }: LeaseHolder) => `process ${pid ?? '?'} on ${host ?? '?'}`;

async function runUnder<T>(held: HeldLease, work: (lease: ImportLease) => Promise<T>): Promise<T> {
  const confirm = async () => {
    if (!(await held.renew()))
      throw new LeaseLostError('another import took over while this one stood still: import again');
  };
  let isDone = false;
  try {
    const done = await renewDuring(held, terms.leaseMs, () => work({ cutOff: held.wasCutOff, confirm }));
    isDone = true;
    return done;
  } finally {
    await (isDone ? held.end() : held.abandon());
  }
}
