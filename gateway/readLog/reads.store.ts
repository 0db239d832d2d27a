import { type EventRecords, type Ledger, LedgerDamaged, type LedgerEvent } from '@cordon/ledger';
import type { Model, mongo } from 'mongoose';
import { chunksOfStream } from '../../shared/batch/chunks';
import { rejectedPlaces } from '../../shared/mongo/duplicateKeys';
import type { ReadRecord } from './read.record';
import { isRowOf, requireRow, toRow } from './readRow';

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
  /** Adds a row for each event of the log that has none yet. Throws LedgerDamaged, also where earlier rows were lost. */
  catchUp(): Promise<void>;
  /** Throws LedgerDamaged where the log has lost events that there are rows of, or that a checkpoint covers. */
  rejectLostTail(): Promise<void>;
  /** The newest first, each as its event says: LedgerDamaged where one was edited. */
  find(query: ReadsQuery): Promise<readonly ReadRecord[]>;
  count(query: ReadsQuery): Promise<number>;
  /** Compares all rows with their events. Throws LedgerDamaged at the first that is missing, was edited, or has no event. */
  compare(): Promise<void>;
  /** Makes all rows anew, unless they are as the events give them. Throws LedgerDamaged where the log is damaged. */
  rebuild(options: RebuildOptions): Promise<RebuiltRows>;
}

export interface RebuildOptions {
  /** True to forget rows of events that are missing from the log. */
  readonly acceptLoss: boolean;
}

export interface RebuiltRows {
  /** Rows that there are now. */
  readonly rows: number;
  /** Rows that were missing, had been edited, or had no event. */
  readonly differences: number;
}

/** The log, and its events as they are stored. */
export interface LoggedEvents {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly events: Pick<EventRecords, 'bySequences'>;
}

export function readsStore(model: Model<ReadRecord>, { ledger, events }: LoggedEvents): ReadsStore {
  const rows = model.db.collection<ReadRecord>(model.collection.name);
  return {
    async catchUp() {
      const last = await requireWhole(ledger, rows);
      if ((await countUpTo(rows, last)) !== last) await rejectDiffering(ledger, rows, last);
      await addRows(ledger, rows, last);
    },
    async rejectLostTail() {
      await requireWhole(ledger, rows);
    },
    async find(query) {
      const found = await rows.find(filterOf(query)).sort({ _id: -1 }).limit(query.limit).toArray();
      const stored = await events.bySequences(found.map(({ _id }) => _id));
      for (const row of found) requireRow(row, eventOf(row, stored));
      return found;
    },
    count: (query) => rows.countDocuments(filterOf({ ...query, before: undefined })),
    async compare() {
      await rejectDiffering(ledger, rows, await requireWhole(ledger, rows));
    },
    async rebuild({ acceptLoss }) {
      const { sequence: head } = await ledger.head();
      const last = acceptLoss ? Math.min(head, await lastSequence(rows)) : await requireWhole(ledger, rows);
      const differences = await countDifferences(ledger, rows, last);
      if (differences > 0) await rows.deleteMany({});
      await addRows(ledger, rows, differences > 0 ? 0 : last);
      return { rows: await rows.countDocuments({}), differences };
    },
  };
}

type Rows = mongo.Collection<ReadRecord>;

/** Returns the sequence of the last row, or 0. */
async function lastSequence(rows: Rows): Promise<number> {
  const last = await rows.findOne({}, { projection: { _id: 1 }, sort: { _id: -1 } });
  return last?._id ?? 0;
}

const countUpTo = (rows: Rows, last: number) => rows.countDocuments({ _id: { $lte: last } });

/**
 * Returns the sequence of the last row, whose event is in the log.
 * @throws LedgerDamaged where it is not, and where the last checkpoint does not fit
 */
async function requireWhole(ledger: Pick<Ledger, 'head' | 'read'>, rows: Rows): Promise<number> {
  const sequence = await lastSequence(rows);
  await ledger.head();
  if (sequence === 0) return 0;
  for await (const _event of ledger.read({ after: sequence - 1, upTo: sequence })) return sequence;
  throw withoutEvent(sequence);
}

const withoutEvent = (sequence: number) =>
  new LedgerDamaged(sequence, `event ${sequence} of the read log is missing, and there is a row of it`);

function eventOf({ _id }: ReadRecord, stored: ReadonlyMap<number, LedgerEvent>): LedgerEvent {
  const event = stored.get(_id);
  if (!event) throw withoutEvent(_id);
  return event;
}

/** Streams the events up to a sequence, each with its row. */
async function* eventsWithRows(ledger: Pick<Ledger, 'read'>, rows: Rows, upTo: number) {
  for await (const events of chunksOfStream(ledger.read({ after: 0, upTo }))) {
    const range = { $gte: events[0]?.sequence ?? 0, $lte: events.at(-1)?.sequence ?? 0 };
    const found = new Map((await rows.find({ _id: range }).toArray()).map((row) => [row._id, row]));
    for (const event of events) yield { event, row: found.get(event.sequence) };
  }
}

async function rejectDiffering(ledger: Pick<Ledger, 'read'>, rows: Rows, upTo: number): Promise<void> {
  for await (const { event, row } of eventsWithRows(ledger, rows, upTo)) requireRow(row, event);
  const count = await countUpTo(rows, upTo);
  if (count !== upTo)
    throw new LedgerDamaged(upTo, `the read log has ${count} rows of its first ${upTo} events`);
}

async function countDifferences(ledger: Pick<Ledger, 'read'>, rows: Rows, upTo: number): Promise<number> {
  let [differences, found] = [0, 0];
  for await (const { event, row } of eventsWithRows(ledger, rows, upTo)) {
    if (row) found++;
    if (!isRowOf(row, event)) differences++;
  }
  // Those that no event gives.
  return differences + (await rows.countDocuments({})) - found;
}

/** Adds the rows of all events behind a sequence. */
async function addRows(ledger: Pick<Ledger, 'read'>, rows: Rows, after: number): Promise<void> {
  for await (const events of chunksOfStream(ledger.read({ after })))
    await insertInOrder(rows, events.map(toRow));
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
