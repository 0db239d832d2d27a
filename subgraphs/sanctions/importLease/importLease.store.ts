import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { ImportError } from './importError';
import type { ImportLeaseRecord } from './importLease.record';

const leased = 'lists';

/** Renewed three times before it runs out. Of a process on another machine, nothing else says that it is gone. */
const leaseMs = 15_000;

/**
 * So long a process of this machine that still runs keeps a lease that it does not renew. It may stand still, or wait for
 * a store that does, and publish when it goes on. Its number may also have gone to another process, so there is an end.
 */
const maxStandstillMs = 300_000;

/** An import of whole lists takes seconds: whoever waits longer than this is told. */
const maxWaitMs = 60_000;

/** Thrown where a lease was lost to another import. What was prepared under it may be gone: do it again. */
export class LeaseLost extends ImportError {}

export interface HeldLease {
  /** The import before this one did not come to its end. */
  readonly cutOff: boolean;
  /** Throws LeaseLost where the lease was lost: this process stood still for too long. */
  confirm(): Promise<void>;
}

export interface LeaseWait {
  /** Called once, with who holds the lease, where it has to be waited for. */
  readonly onWait?: (holder: string) => void;
}

/**
 * One import at a time, so that what one leaves behind can be told from what another is about to publish. A lease that
 * is not renewed runs out; that of a process of this machine ends with the process.
 */
export interface ImportLeases {
  /** Throws ImportError where another import does not come to its end within a minute. */
  under<T>(work: (lease: HeldLease) => Promise<T>, wait?: LeaseWait): Promise<T>;
  /** Does nothing, and returns undefined, where another import is under way: for work that is done again soon. */
  underIfFree<T>(work: (lease: HeldLease) => Promise<T>): Promise<T | undefined>;
}

export function importLeaseStore(leases: Model<ImportLeaseRecord>): ImportLeases {
  return {
    under: async (work, wait = {}) => {
      const holder = randomUUID();
      return runUnderLease(leases, await waitForLease(leases, holder, wait), work);
    },
    underIfFree: async (work) => {
      const taken = await takeLease(leases, randomUUID());
      return 'cutOff' in taken ? runUnderLease(leases, taken, work) : undefined;
    },
  };
}

interface TakenLease {
  readonly holder: string;
  readonly cutOff: boolean;
}

/** The holders of this process: a lease under its number that none of them holds was left by an earlier process. */
const ownHolders = new Set<string>();

async function runUnderLease<T>(
  leases: Model<ImportLeaseRecord>,
  { holder, cutOff }: TakenLease,
  work: (lease: HeldLease) => Promise<T>,
): Promise<T> {
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
          throw new LeaseLost('another import took over while this one stood still: import again');
      },
    });
    ended = true;
    return done;
  } finally {
    clearInterval(renewal);
    ownHolders.delete(holder);
    await leases.updateOne(mine, { $set: { ended, until: new Date(0) } });
  }
}

const leaseEnd = () => new Date(Date.now() + leaseMs);

async function waitForLease(
  leases: Model<ImportLeaseRecord>,
  holder: string,
  { onWait }: LeaseWait,
): Promise<TakenLease> {
  const giveUp = Date.now() + maxWaitMs;
  for (let isFirst = true; ; isFirst = false) {
    const taken = await takeLease(leases, holder);
    if ('cutOff' in taken) return taken;
    const { host, pid } = taken.heldBy;
    if (Date.now() > giveUp)
      throw new ImportError(
        `another import (process ${pid} on ${host}) is under way: import again when it has ended`,
      );
    if (isFirst) onWait?.(`process ${pid} on ${host}`);
    await pause(200);
  }
}

/** Takes the lease where it is free. */
async function takeLease(
  leases: Model<ImportLeaseRecord>,
  holder: string,
): Promise<TakenLease | { readonly heldBy: Pick<ImportLeaseRecord, 'host' | 'pid'> }> {
  const mine = { holder, host: hostname(), pid: process.pid, until: leaseEnd(), ended: false };
  // Known before it is stored: it must not seem to be of an earlier process for a moment.
  ownHolders.add(holder);
  const held = await leases.findById(leased).lean<ImportLeaseRecord>();
  const isTaken = held
    ? isFree(held) &&
      (await leases.updateOne({ _id: leased, holder: held.holder }, { $set: mine })).matchedCount === 1
    : (await leases.updateOne({ _id: leased }, { $setOnInsert: mine }, { upsert: true })).upsertedCount === 1;
  if (isTaken) return { holder, cutOff: held ? !held.ended : false };
  ownHolders.delete(holder);
  return { heldBy: held ?? mine };
}

function isFree({ ended, until, host, pid, holder }: ImportLeaseRecord): boolean {
  if (ended) return true;
  if (host !== hostname()) return until < new Date();
  if (pid === process.pid) return !ownHolders.has(holder);
  return !runs(pid) || until.getTime() + maxStandstillMs < Date.now();
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
