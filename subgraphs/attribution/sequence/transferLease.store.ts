import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { insertNew, insertUnlessTaken, type RowCollection } from '../../../shared/mongo/insertRows';
import { TransferImportError } from './transferImportError';
import type { CounterRecord } from './counter.record';

/** The counter that transfers, UTXO transactions and crossings have their seqs from. */
export const transferCounter = 'transfers';

/** A batch takes a second or two on a busy disk. Who takes longer than this may lose its lease, which costs a second attempt. */
const leaseMs = 60_000;

/** Whoever waits longer than this for its lease is told. */
const maxWaitMs = 180_000;

/** The counter, and the collections whose records have their seqs from it. */
export interface LeaseRecords {
  readonly counters: Model<CounterRecord>;
  readonly transfers: RowCollection;
  readonly utxoTransactions: RowCollection;
  readonly crossings: RowCollection;
}

/** What a batch is written within. */
export interface TransferLease {
  /** The first of the seqs that this batch may use. */
  readonly first: number;
  /**
   * To be called before facts of what is published are changed: readers hear of it, also where this is cut off. False where
   * the lease was lost: then nothing may be changed.
   */
  markCorrecting(): Promise<boolean>;
}

/** What a batch has done; null where it finds that it has lost its lease. */
export interface LeaseResult<T> {
  readonly done: T | null;
  /** How many of its seqs it used, from the first on without a gap. */
  readonly used: number;
}

/** A record that only holds a seq, so that nobody else can use it any more. */
export const isVoid = ({ _id }: { readonly _id: string }): boolean => _id.startsWith('void:');

/**
 * Writes one batch of numbered records, and publishes it. One import writes at a time, batch by batch, so that what
 * becomes visible later has a higher seq than all that was visible before:
 * - a batch's seqs are reserved, its records written, and then `published` is moved up to the last of them, in one write
 *   that only the holder of the lease can do;
 * - a lease that was cut off (its process is gone, or stood still for too long) is taken over. What it had written is kept
 *   and published; each seq that it had reserved and not used is filled with a void record, so that the unique index on
 *   seq refuses it should it wake up and write after all. It then does its batch again, with new seqs.
 *
 * `work` may therefore run more than once. Throws TransferImportError where the lease does not come within three minutes.
 */
export async function withTransferLease<T>(
  records: LeaseRecords,
  most: number,
  work: (lease: TransferLease) => Promise<LeaseResult<T>>,
): Promise<T> {
  // Over all attempts: what one changed in place before it found that its lease was lost, the next does not find changed.
  const facts = { changed: false };
  for (;;) {
    const holder = randomUUID();
    const first = await takeLease(records, holder, most);
    const mine = { _id: transferCounter, holder };
    try {
      const markCorrecting = async () => {
        const { matchedCount } = await records.counters.updateOne(mine, { $set: { correcting: true } });
        if (matchedCount === 1) facts.changed = true;
        return matchedCount === 1;
      };
      const { done, used } = await work({ first, markCorrecting });
      if (done === null) {
        await letGo(records.counters, holder);
        continue;
      }
      const last = first + used - 1;
      const { matchedCount } = await records.counters.updateOne(mine, {
        $set: { last, published: last, holder: null, correcting: false },
        ...(facts.changed ? { $inc: { corrections: 1 } } : {}),
      });
      if (matchedCount === 1) return done;
    } catch (error) {
      await letGo(records.counters, holder);
      throw error;
    }
  }
}

/** Ends a lease without publishing: whoever comes next settles what was written, as after a kill. */
async function letGo(counters: Model<CounterRecord>, holder: string): Promise<void> {
  await counters.updateOne({ _id: transferCounter, holder }, { $set: { until: new Date(0) } });
}

/** Takes the lease and reserves `most` seqs; answers the first. */
async function takeLease(records: LeaseRecords, holder: string, most: number): Promise<number> {
  const { counters } = records;
  const giveUp = Date.now() + maxWaitMs;
  const wanted = () => ({
    holder,
    host: hostname(),
    pid: process.pid,
    until: new Date(Date.now() + leaseMs),
  });
  for (;;) {
    const free = await counters
      .findOneAndUpdate(
        { _id: transferCounter, holder: null },
        { $set: wanted(), $inc: { last: most } },
        { returnDocument: 'after' },
      )
      .lean<CounterRecord>();
    if (free) return free.last - most + 1;
    const held = await counters.findById(transferCounter).lean<CounterRecord>();
    if (!held) await createCounter(counters);
    else if (held.holder && isOver(held)) {
      const { matchedCount } = await counters.updateOne(
        { _id: transferCounter, holder: held.holder },
        { $set: wanted() },
      );
      if (matchedCount === 1) return await settle(records, holder, most);
    } else if (Date.now() > giveUp) {
      throw new TransferImportError(
        `another import (process ${held.pid ?? '?'} on ${held.host ?? '?'}) is writing transfers: import again when it has ended`,
      );
    } else await pause(5 + Math.random() * 20);
  }
}

/** Two first imports at once: one of them makes it. */
async function createCounter(counters: Model<CounterRecord>): Promise<void> {
  await insertNew(counters, [{ _id: transferCounter, last: 0, published: 0, corrections: 0, holder: null }]);
}

/** Ends what the lease before left behind, and begins one's own: answers its first seq. */
async function settle(records: LeaseRecords, holder: string, most: number): Promise<number> {
  const { counters, transfers, utxoTransactions, crossings } = records;
  const mine = { _id: transferCounter, holder };
  const before = await counters.findOne(mine).lean<CounterRecord>();
  if (!before) return takeLease(records, holder, most);
  const from = (before.published ?? before.last) + 1;
  const voids: { readonly _id: string; readonly seq: number }[] = [];
  for (let seq = from; seq <= before.last; seq++) voids.push({ _id: `void:${seq}`, seq });
  await insertUnlessTaken(transfers, voids);
  await insertUnlessTaken(utxoTransactions, voids);
  await insertUnlessTaken(crossings, voids);
  const last = before.last + most;
  const { matchedCount } = await counters.updateOne(mine, {
    $set: { published: before.last, last, until: new Date(Date.now() + leaseMs), correcting: false },
    // How much of it the lease before has changed in place is not known.
    ...(before.correcting ? { $inc: { corrections: 1 } } : {}),
  });
  return matchedCount === 1 ? before.last + 1 : takeLease(records, holder, most);
}

function isOver({ until, host, pid }: CounterRecord): boolean {
  if (!until || until < new Date()) return true;
  return host === hostname() && pid !== undefined && pid !== null && !runs(pid);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
