import type { Model } from 'mongoose';
import { insertUnlessTaken, type RowCollection } from '../../../shared/mongo/insertRows';
import { type HeldLease, openLease, renewDuring, takeWhenFree } from '../../../shared/mongo/lease';
import { TransferImportError } from './transferImportError';
import type { CounterRecord } from './counter.record';

/** The counter that transfers, UTXO transactions and crossings have their seqs from. */
export const transferCounter = 'transfers';

const terms = {
  name: transferCounter,
  leaseMs: 15_000,
  /** A batch takes a second or two on a busy disk. A process that loses its lease does it a second time. */
  maxStandstillMs: 45_000,
  initial: { last: 0, published: 0, corrections: 0 },
} as const;

/** A process that waits longer than this for its lease gets an error. */
const maxWaitMs = 180_000;

/** The counter, and the collections whose records have their seqs from it. */
export interface LeaseRecords {
  readonly counters: Model<CounterRecord>;
  readonly transfers: RowCollection;
  readonly utxoTransactions: RowCollection;
  readonly crossings: RowCollection;
}

/** The lease within which a batch is written. */
export interface TransferLease {
  /** The first of the seqs that this batch may use. */
  readonly first: number;
  /**
   * Marks the start of changes to published facts: readers see it, also where this is cut off. False where
   * the lease was lost: then nothing may be changed.
   */
  markCorrecting(): Promise<boolean>;
}

/** The result of a batch; null where it finds that it has lost its lease. */
export interface LeaseResult<T> {
  readonly done: T | null;
  /** The number of its seqs that it used, from the first on without a gap. */
  readonly used: number;
}

/** A record that only holds a seq, so that nobody else can use it any more. */
export const isVoid = ({ _id }: { readonly _id: string }): boolean => _id.startsWith('void:');

/**
 * Writes one batch of numbered records, and publishes it. One import writes at a time, batch by batch. So what becomes
 * visible later has a higher seq than all that was visible before:
 * - a batch's seqs are reserved and its records written. Then one write, which only the holder of the lease can do,
 *   moves `published` up to the last of them;
 * - a lease that was cut off is taken over: its process is gone, or stood still for too long. Its records are kept and
 *   published. Each seq that it reserved and did not use is filled with a void record. So the unique index on seq
 *   rejects the process should it wake up and write after all. It then repeats its batch, with new seqs.
 *
 * `work` may therefore run more than once. Throws TransferImportError where the lease does not come within three minutes.
 */
export async function withTransferLease<T>(
  records: LeaseRecords,
  count: number,
  work: (lease: TransferLease) => Promise<LeaseResult<T>>,
): Promise<T> {
  // Over all attempts: what one changed in place before it found that its lease was lost, the next does not find changed.
  const facts = { changed: false };
  for (;;) {
    const held = await takeLease(records.counters, count);
    try {
      const attempt = await renewDuring(held, terms.leaseMs, async () => {
        const first = held.wasCutOff ? await settle(records, held, count) : firstOf(held, count);
        return first === null ? null : writeBatch({ records, held, facts, first }, work);
      });
      if (attempt) return attempt.done;
    } catch (error) {
      await held.abandon();
      throw error;
    }
    // Does nothing where the lease was lost.
    await held.abandon();
  }
}

interface Attempt {
  readonly records: LeaseRecords;
  readonly held: HeldLease;
  readonly facts: { changed: boolean };
  readonly first: number;
}

/** Writes the batch and publishes it, both at the end of the lease. Returns null where the lease was lost before. */
async function writeBatch<T>(
  { records, held, facts, first }: Attempt,
  work: (lease: TransferLease) => Promise<LeaseResult<T>>,
): Promise<{ readonly done: T } | null> {
  const markCorrecting = async () => {
    const { matchedCount } = await records.counters.updateOne(held.mine, { $set: { correcting: true } });
    if (matchedCount === 1) facts.changed = true;
    return matchedCount === 1;
  };
  const { done, used } = await work({ first, markCorrecting });
  if (done === null) return null;
  const last = first + used - 1;
  const isPublished = await held.end({
    $set: { last, published: last, correcting: false },
    ...(facts.changed ? { $inc: { corrections: 1 } } : {}),
  });
  return isPublished ? { done } : null;
}

/** Takes the lease and reserves `count` seqs. */
async function takeLease(counters: Model<CounterRecord>, count: number): Promise<HeldLease<CounterRecord>> {
  const taken = await takeWhenFree(openLease(counters, terms), {
    maxWaitMs,
    pauseMs: 5 + Math.random() * 20,
    changes: { last: { $add: ['$last', count] } },
  });
  if (!('heldBy' in taken)) return taken;
  const { pid, host } = taken.heldBy;
  throw new TransferImportError(
    `another import (process ${pid ?? '?'} on ${host ?? '?'}) is writing transfers: import again when it has ended`,
  );
}

const firstOf = ({ row }: HeldLease<CounterRecord>, count: number): number => row.last - count + 1;

/** Ends what the lease before left behind. Returns the first seq of this one, or null where it was lost meanwhile. */
async function settle(
  records: LeaseRecords,
  held: HeldLease<CounterRecord>,
  count: number,
): Promise<number | null> {
  const { counters, transfers, utxoTransactions, crossings } = records;
  const before = held.row;
  const first = firstOf(held, count);
  const from = (before.published ?? first - 1) + 1;
  const voids: { readonly _id: string; readonly seq: number }[] = [];
  for (let seq = from; seq < first; seq++) voids.push({ _id: `void:${seq}`, seq });
  await insertUnlessTaken(transfers, voids);
  await insertUnlessTaken(utxoTransactions, voids);
  await insertUnlessTaken(crossings, voids);
  const { matchedCount } = await counters.updateOne(held.mine, {
    $set: { published: first - 1, correcting: false },
    // The in-place changes of the lease before are not known.
    ...(before.correcting ? { $inc: { corrections: 1 } } : {}),
  });
  return matchedCount === 1 ? first : null;
}
