import type { Model, mongo } from 'mongoose';
import { genesis, type Head, type LedgerEvent } from './ledgerEvent';
import type { LedgerCheckpointRecord } from './ledgerCheckpoint.record';
import type { LedgerEventRecord } from './ledgerEvent.record';
import { LedgerDamaged } from './ledgerErrors';
import { linkOf } from './eventLink';
import { hashOf, openEvent, type SealedEvent } from './sealedEvent';
import { readStored, type StoredEvent } from './storedEvent';

/**
 * The number of events read from the collection at once: some 600 kB. Smaller batches wake the store's thread
 * too often; larger ones take fresh memory each.
 */
const readBatch = 1_000;

/** Whole on a majority of the members and in their journals: an event that was acknowledged stays. */
const durably: mongo.WriteConcernSettings = { w: 'majority', journal: true };

/** Only what a majority has: an event that a failover takes back must not be built upon, or a gap would be left. */
const lastingly = { readConcern: { level: 'majority' } } as const;

/** The progress of an insertion of several events. */
export interface Insertion {
  /** So many of the first ones are there. */
  readonly inserted: number;
  /** Another writer was first, with a sequence or with a key. */
  readonly collided: boolean;
}

export interface HeadBeside {
  readonly head: Head;
  readonly last: LedgerCheckpointRecord | undefined;
}

/** The collection of a ledger: the only place that queries it. Documents are read and written without mongoose's casts. */
export interface EventRecords {
  head(): Promise<Head>;
  /** The head, and the last checkpoint of a collection as it was stored after that: read in one query. */
  headBeside(checkpoints: Model<LedgerCheckpointRecord>): Promise<HeadBeside>;
  byKeys(keys: readonly string[]): Promise<Map<string, LedgerEvent>>;
  at(sequence: number): Promise<StoredEvent | undefined>;
  /**
   * Returns the events of those of these sequences that are stored, each checked against its hash and its place.
   * @throws LedgerDamaged
   */
  bySequences(sequences: readonly number[]): Promise<Map<number, LedgerEvent>>;
  /** Returns the hashes of those of these sequences that are stored. */
  hashesOf(sequences: readonly number[]): Promise<Map<number, string>>;
  /** Counts the events up to a sequence, in the index: none is read. */
  count(upTo: number): Promise<number>;
  insert(events: readonly SealedEvent[]): Promise<Insertion>;
  /**
   * Documents in order, in batches; the next batch is fetched while one is being worked on. All of them, where all are
   * asked for: also what does not belong there. Undefined for one that does not have the form.
   */
  batches(after: number, upTo?: number): AsyncGenerator<(StoredEvent | undefined)[], void, undefined>;
}

export function eventRecords(model: Model<LedgerEventRecord>): EventRecords {
  const events = model.db.collection<LedgerEventRecord>(model.collection.name);
  return {
    async head() {
      const [last] = await events
        .find({ _id: { $gt: 0 } }, lastingly)
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      return last ? headOf(last) : genesis;
    },
    async headBeside({ collection }) {
      const newest = [{ $sort: { _id: -1 } }, { $limit: 1 }];
      const beside = {
        coll: collection.collectionName,
        pipeline: [...newest, { $project: { checkpoint: '$$ROOT' } }],
      };
      const found = await events
        .aggregate<LedgerEventRecord | { readonly checkpoint: LedgerCheckpointRecord }>(
          [{ $match: { _id: { $gt: 0 } } }, ...newest, { $unionWith: beside }],
          lastingly,
        )
        .toArray();
      const result: { head: Head; last: LedgerCheckpointRecord | undefined } = {
        head: genesis,
        last: undefined,
      };
      for (const row of found) {
        if ('checkpoint' in row) result.last = row.checkpoint;
        else result.head = headOf(row);
      }
      return result;
    },
    async byKeys(keys) {
      if (keys.length === 0) return new Map();
      const found = await events.find({ key: { $in: [...keys] } }, lastingly).toArray();
      return new Map(found.map(({ key = '', text, hash }) => [key, openEvent(text, hash)]));
    },
    async at(sequence) {
      for await (const [event] of batchesOf(events, sequence - 1, sequence)) return event;
      return undefined;
    },
    async bySequences(sequences) {
      if (sequences.length === 0) return new Map();
      const found = await events.find({ _id: { $in: [...sequences] } }, lastingly).toArray();
      return new Map(found.map((stored) => [stored._id, openStored(stored)]));
    },
    async hashesOf(sequences) {
      const found = await events
        .find({ _id: { $in: [...sequences] } }, { ...lastingly, projection: { hash: 1 } })
        .toArray();
      return new Map(found.map(({ _id, hash }) => [_id, hash]));
    },
    count: (upTo) => events.countDocuments({ _id: { $gt: 0, $lte: upTo } }, lastingly),
    insert: (sealed) => insertInOrder(events, sealed),
    batches: (after, upTo) => batchesOf(events, after, upTo),
  };
}

function headOf({ _id, text, hash }: LedgerEventRecord): Head {
  const link = linkOf(Buffer.from(text));
  if (link?.sequence !== _id) throw new LedgerDamaged(_id, `event ${_id} is not the one of its place`);
  return { sequence: _id, hash, recordedAt: link.recordedAt };
}

function openStored({ _id, text, hash }: LedgerEventRecord): LedgerEvent {
  if (hashOf(text) !== hash) throw new LedgerDamaged(_id, `event ${_id} was edited`);
  const event = openEvent(text, hash);
  if (event.sequence !== _id) throw new LedgerDamaged(_id, `event ${_id} is not the one of its place`);
  return event;
}

const duplicateKey = 11_000;

async function insertInOrder(
  events: mongo.Collection<LedgerEventRecord>,
  sealed: readonly SealedEvent[],
): Promise<Insertion> {
  const documents = sealed.map(({ sequence, key, text, hash }) => ({
    _id: sequence,
    ...(key === undefined ? {} : { key }),
    text,
    hash,
  }));
  try {
    await events.insertMany(documents, { ordered: true, writeConcern: durably });
    return { inserted: documents.length, collided: false };
  } catch (error) {
    const { code, insertedCount } = error as { code?: unknown; insertedCount?: unknown };
    if (code !== duplicateKey || typeof insertedCount !== 'number') throw error;
    return { inserted: insertedCount, collided: true };
  }
}

async function* batchesOf(
  events: mongo.Collection<LedgerEventRecord>,
  after: number,
  upTo?: number,
): AsyncGenerator<(StoredEvent | undefined)[], void, undefined> {
  const range = { ...(after > 0 ? { $gt: after } : {}), ...(upTo === undefined ? {} : { $lte: upTo }) };
  const filter = Object.keys(range).length > 0 ? { _id: range } : {};
  const cursor = events.find<Uint8Array>(filter, {
    ...lastingly,
    sort: { _id: 1 },
    batchSize: readBatch,
    raw: true,
  });
  try {
    let next = cursor.hasNext();
    while (await next) {
      const batch = cursor.readBufferedDocuments();
      next = cursor.hasNext();
      // Without a handler, a failure after its reader stopped would end the process.
      next.catch(() => undefined);
      // The request goes out in the turns that follow; without them the store would rest while this batch is worked on.
      await new Promise((resolve) => setImmediate(resolve));
      yield batch.map((raw) => readStored(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)));
    }
  } finally {
    await cursor.close();
  }
}
