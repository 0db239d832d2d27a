import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { ImportError } from './importError';
import type { ImportLeaseRecord } from './importLease.record';

const leased = 'lists';

/** Renewed three times before it runs out: an import reads a file for a second or two without a pause. */
const leaseMs = 15_000;

/** An import of whole lists takes seconds: whoever waits longer than this is told. */
const longestWaitMs = 60_000;

export interface HeldLease {
  /** The import before this one did not come to its end. */
  readonly cutOff: boolean;
  /** Throws ImportError where the lease was lost: this process stood still for too long. */
  confirm(): Promise<void>;
}

/**
 * One import at a time, so that what one leaves behind can be told from what another is about to publish. A lease that
 * is not renewed runs out; that of a process of this machine that is no more is taken over at once.
 * Throws ImportError where another import does not come to its end within a minute.
 */
export interface ImportLeases {
  under<T>(work: (lease: HeldLease) => Promise<T>): Promise<T>;
}

export function importLeaseStore(leases: Model<ImportLeaseRecord>): ImportLeases {
  return { under: (work) => underImportLease(leases, work) };
}

async function underImportLease<T>(
  leases: Model<ImportLeaseRecord>,
  work: (lease: HeldLease) => Promise<T>,
): Promise<T> {
  const holder = randomUUID();
  const cutOff = await takeLease(leases, holder);
  const mine = { _id: leased, holder };
  const renewal = setInterval(() => {
    // What cannot be renewed runs out, and is noticed before anything is published.
    leases.updateOne(mine, { $set: { until: leaseEnd() } }).catch(() => undefined);
  }, leaseMs / 3);
  let ended = false;
  try {
    const done = await work({
      cutOff,
      async confirm() {
        const { matchedCount } = await leases.updateOne(mine, { $set: { until: leaseEnd() } });
        if (matchedCount === 0)
          throw new ImportError('another import took over while this one stood still: import again');
      },
    });
    ended = true;
    return done;
  } finally {
    clearInterval(renewal);
    await leases.updateOne(mine, { $set: { ended, until: new Date(0) } });
  }
}

const leaseEnd = () => new Date(Date.now() + leaseMs);

/** Whether the import before was cut off. */
async function takeLease(leases: Model<ImportLeaseRecord>, holder: string): Promise<boolean> {
  const wanted = () => ({ holder, host: hostname(), pid: process.pid, until: leaseEnd(), ended: false });
  const giveUp = Date.now() + longestWaitMs;
  for (;;) {
    const held = await leases.findById(leased).lean<ImportLeaseRecord>();
    if (!held) {
      const { upsertedCount } = await leases.updateOne(
        { _id: leased },
        { $setOnInsert: wanted() },
        { upsert: true },
      );
      if (upsertedCount === 1) return false;
    } else if (isFree(held)) {
      const { matchedCount } = await leases.updateOne(
        { _id: leased, holder: held.holder },
        { $set: wanted() },
      );
      if (matchedCount === 1) return !held.ended;
    } else if (Date.now() > giveUp) {
      throw new ImportError(
        `another import (process ${held.pid} on ${held.host}) is under way: import again when it has ended`,
      );
    }
    await pause(200);
  }
}

function isFree({ ended, until, host, pid }: ImportLeaseRecord): boolean {
  return ended || until < new Date() || (host === hostname() && !runs(pid));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
