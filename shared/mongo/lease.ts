import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { InferRawDocType, Model, mongo, SchemaDefinition } from 'mongoose';
import { insertNew } from './insertRows';

/** The fields of a document that one process at a time holds. */
export const leaseFields = {
  /** Another value each time it is taken; null where nobody holds it. */
  holder: { type: String, default: null },
  /** The machine and the process of the holder. */
  host: { type: String },
  pid: { type: Number },
  /** The time at which it runs out if it is not renewed, by the clock of the store. */
  until: { type: Date },
  /** Written by older versions in place of a null holder; removed when the lease is taken. */
  ended: { type: Boolean },
} as const satisfies SchemaDefinition;

export type LeaseFields = Omit<InferRawDocType<typeof leaseFields>, '_id'>;

export interface LeasedRow extends LeaseFields {
  readonly _id: string;
}

export interface LeaseTerms {
  /** The `_id` of the document. */
  readonly name: string;
  /**
   * The time for which it is held without a renewal. A process on another machine shows its end in no other
   * way.
   */
  readonly leaseMs: number;
  /** The extra time for which a running process of this machine keeps it without a renewal. Default: 0. */
  readonly maxStandstillMs?: number;
  /** The other fields of the document when it is first made. */
  readonly initial?: Readonly<Record<string, unknown>>;
}

/** A lease that this process holds, until it is ended, abandoned, or lost because it was not renewed in time. */
export interface HeldLease<Row = unknown> {
  /** The document, as it is since it was taken. */
  readonly row: Row;
  /** The holder before did not end it: what it had begun may lie half done. */
  readonly wasCutOff: boolean;
  /** The filter of a write to the document that only its holder may do. */
  readonly mine: { readonly _id: string; readonly holder: string };
  /** Returns false where it was lost: another holds it, or has held it. */
  renew(): Promise<boolean>;
  /** Gives it back, together with other changes of the document. Returns false where it was lost: nothing is changed then. */
  end(changes?: { readonly $set?: object; readonly $inc?: object }): Promise<boolean>;
  /** Gives it back half done: the next holder finds that it was cut off. */
  abandon(): Promise<void>;
}

export type LeaseHolder = Pick<LeaseFields, 'host' | 'pid'>;

export interface Lease<Row = unknown> {
  readonly leaseMs: number;
  /** Takes the lease where it is free, with other changes of the document, as expressions. Otherwise returns who holds it. */
  take(
    changes?: Readonly<Record<string, unknown>>,
  ): Promise<HeldLease<Row> | { readonly heldBy: LeaseHolder }>;
}

/** In place of the holder: a renewal that is still under way then finds no lease of its own. */
const abandoned = 'abandoned';

/** The leases that this process holds. A lease of its number that is not among these was left by an earlier process. */
const ownHolders = new Set<string>();

/**
 * Opens a lease on one document. Its holder writes with the filter `mine`, so that a process that stood still
 * and lost it changes nothing when it goes on. Times are the store's: the clocks of the processes need not
 * agree.
 */
export function openLease<Row extends LeasedRow>(model: Model<Row>, terms: LeaseTerms): Lease<Row> {
  const { name: _id, leaseMs } = terms;
  const collection = model.db.collection<LeasedRow>(model.collection.name);
  const until = { $add: ['$$NOW', leaseMs] };

  const heldAs = (holder: string, row: LeasedRow, wasCutOff: boolean): HeldLease<Row> => {
    const mine = { _id, holder };
    const update = async (changes: mongo.Document | mongo.Document[]) =>
      (await collection.updateOne(mine, changes)).matchedCount === 1;
    const giveBack = (changes: mongo.Document) => {
      ownHolders.delete(holder);
      return update(changes);
    };
    return {
      row: row as Row,
      wasCutOff,
      mine,
      renew: () => update([{ $set: { until } }]),
      end: (changes = {}) =>
        giveBack({ ...changes, $set: { ...changes.$set, holder: null, until: new Date(0) } }),
      abandon: async () => {
        await giveBack({ $set: { holder: abandoned, until: new Date(0) } });
      },
    };
  };

  const take: Lease<Row>['take'] = async (changes = {}) => {
    const holder = randomUUID();
    const place = { host: { $literal: hostname() }, pid: process.pid };
    const taken = [{ $set: { ...changes, ...place, holder, until, ended: '$$REMOVE' } }];
    const takeFrom = (before: mongo.Document) =>
      collection.findOneAndUpdate({ _id, ...before }, taken, { returnDocument: 'after' });
    // Known before it is stored: it must not seem to be of an earlier process for a moment.
    ownHolders.add(holder);
    let row = await takeFrom({ holder: null });
    if (row) return heldAs(holder, row, false);
    const [held] = await collection
      .aggregate<ReadRow>([{ $match: { _id } }, { $set: { now: '$$NOW' } }])
      .toArray();
    if (held && isFree(held, terms))
      row = await takeFrom({ holder: held.holder ?? null, until: held.until ?? null });
    if (held && row) return heldAs(holder, row, held.ended !== true && held.holder !== null);
    ownHolders.delete(holder);
    // It was free when it was read, and another was faster: that one holds it.
    if (held) return { heldBy: (held.holder ? held : await collection.findOne({ _id })) ?? held };
    // Two processes at once: one of them makes it.
    await insertNew<LeasedRow>({ collection: model.collection }, [{ _id, holder: null, ...terms.initial }]);
    return take(changes);
  };
  return { leaseMs, take };
}

type ReadRow = LeasedRow & { readonly now: Date };

function isFree(
  { holder, ended, until, host, pid, now }: ReadRow,
  { maxStandstillMs = 0 }: LeaseTerms,
): boolean {
  if (!holder || ended || !until || until.getTime() === 0) return true;
  const isOver = (standstillMs: number) => until.getTime() + standstillMs < now.getTime();
  if (host !== hostname() || !pid) return isOver(0);
  if (pid === process.pid && !ownHolders.has(holder)) return true;
  return !runs(pid) || isOver(maxStandstillMs);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export interface LeaseWait {
  readonly maxWaitMs: number;
  /** The pause before it asks again. */
  readonly pauseMs: number;
  /** Called once, with who holds the lease, where it has to be waited for. */
  readonly onWait?: (holder: LeaseHolder) => void;
  /** As in `take`. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** Takes the lease as soon as it is free. Returns who holds it where that takes longer than `maxWaitMs`. */
export async function takeWhenFree<Row>(
  lease: Lease<Row>,
  { maxWaitMs, pauseMs, onWait, changes }: LeaseWait,
): Promise<HeldLease<Row> | { readonly heldBy: LeaseHolder }> {
  const giveUp = performance.now() + maxWaitMs;
  for (let isFirst = true; ; isFirst = false) {
    const taken = await lease.take(changes);
    if (!('heldBy' in taken) || performance.now() > giveUp) return taken;
    if (isFirst) onWait?.(taken.heldBy);
    await pause(pauseMs);
  }
}

/** Renews a lease three times before it would run out, for as long as the work takes. */
export async function renewDuring<T>(held: HeldLease, leaseMs: number, work: () => Promise<T>): Promise<T> {
  // A lease that cannot be renewed runs out. Writers notice by the filter `mine`.
  const renewal = setInterval(() => void held.renew().catch(() => undefined), leaseMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}
