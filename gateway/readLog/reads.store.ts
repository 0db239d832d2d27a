import { type Ledger, LedgerDamaged, type LedgerEvent } from '@cordon/ledger';
import type { Model, mongo } from 'mongoose';
import { chunksOfStream } from '../../shared/batch/chunks';
import { rejectedPlaces } from '../../shared/mongo/duplicateKeys';
import type { ReadRecord } from './read.record';

export interface ReadsQuery {
  readonly of: string | undefined;
  readonly by: string | undefined;
  readonly from: Date | undefined;
  readonly until: Date | undefined;
  /** Only reads before this sequence. */
  readonly before: number | undefined;
  readonly limit: number;
}

/** The rows that the log is searched by: the only place that queries them. */
export interface ReadsStore {
  /** Adds a row for each event of the log that has none yet. Throws LedgerDamaged. */
  catchUp(): Promise<void>;
  /** Throws LedgerDamaged where the log has lost events that there are rows of, or that a checkpoint covers. */
  rejectLostTail(): Promise<void>;
  /** The newest first. */
  find(query: ReadsQuery): Promise<readonly ReadRecord[]>;
  count(query: ReadsQuery): Promise<number>;
}

export function readsStore(model: Model<ReadRecord>, ledger: Pick<Ledger, 'head' | 'read'>): ReadsStore {
  const rows = model.db.collection<ReadRecord>(model.collection.name);
  return {
    async catchUp() {
      const last = await requireWhole(ledger, rows);
      for await (const events of chunksOfStream(ledger.read({ after: last })))
        await insertInOrder(rows, events.map(toRow));
    },
    async rejectLostTail() {
      await requireWhole(ledger, rows);
    },
    find: (query) => rows.find(filterOf(query)).sort({ _id: -1 }).limit(query.limit).toArray(),
    count: (query) => rows.countDocuments(filterOf({ ...query, before: undefined })),
  };
}

type Rows = mongo.Collection<ReadRecord>;

/** Returns the sequence of the last row, or 0. */
async function lastSequence(rows: Rows): Promise<number> {
  const last = await rows.findOne({}, { projection: { _id: 1 }, sort: { _id: -1 } });
  return last?._id ?? 0;
}

/**
 * Returns the sequence of the last row, whose event is in the log.
 * @throws LedgerDamaged where it is not, and where the last checkpoint does not fit
 */
async function requireWhole(ledger: Pick<Ledger, 'head' | 'read'>, rows: Rows): Promise<number> {
  const sequence = await lastSequence(rows);
  await ledger.head();
  if (sequence === 0) return 0;
  for await (const _event of ledger.read({ after: sequence - 1, upTo: sequence })) return sequence;
  throw new LedgerDamaged(sequence, `event ${sequence} of the read log is missing, and there is a row of it`);
}

/**
 * Inserts rows one after another, so that none is stored without those before it, wherever this ends. Another
 * gateway may be adding the same ones.
 */
async function insertInOrder(rows: Rows, added: readonly ReadRecord[]): Promise<void> {
  for (let left = added; left.length > 0;) {
    const taken = await rows.insertMany(left, { ordered: true }).then(() => undefined, rejectedPlaces);
    left = taken?.[0] === undefined ? [] : left.slice(taken[0] + 1);
  }
}

function filterOf({ of, by, from, until, before }: ReadsQuery): mongo.Filter<ReadRecord> {
  const at = { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) };
  return {
    ...(of === undefined ? {} : { records: of }),
    ...(by === undefined ? {} : { $or: [{ subject: by }, { client: by }] }),
    ...(Object.keys(at).length > 0 ? { at } : {}),
    ...(before === undefined ? {} : { _id: { $lt: before } }),
  };
}

type ReadPayload = Omit<ReadRecord, '_id' | 'at'>;

function toRow({ sequence, happenedAt, payload }: LedgerEvent): ReadRecord {
  return { ...(payload as ReadPayload), _id: sequence, at: new Date(happenedAt) };
}
