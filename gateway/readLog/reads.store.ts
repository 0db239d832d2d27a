import type { Ledger, LedgerEvent } from '@cordon/ledger';
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
  /** The newest first. */
  find(query: ReadsQuery): Promise<readonly ReadRecord[]>;
  count(query: ReadsQuery): Promise<number>;
}

export function readsStore(model: Model<ReadRecord>, ledger: Pick<Ledger, 'read'>): ReadsStore {
  const rows = model.collection as unknown as mongo.Collection<ReadRecord>;
  return {
    async catchUp() {
      const [last] = await rows
        .find({}, { projection: { _id: 1 } })
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      for await (const events of chunksOfStream(ledger.read({ after: last?._id ?? 0 })))
        // In order, so that no row is without those before it. Another gateway may be adding the same ones.
        await rows.insertMany(events.map(toRow), { ordered: true }).catch(async (error: unknown) => {
          rejectedPlaces(error);
          await rows.insertMany(events.map(toRow), { ordered: false }).catch(rejectedPlaces);
        });
    },
    find: (query) => rows.find(filterOf(query)).sort({ _id: -1 }).limit(query.limit).toArray(),
    count: (query) => rows.countDocuments(filterOf({ ...query, before: undefined })),
  };
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

function toRow({ sequence, happenedAt, payload }: LedgerEvent): ReadRecord {
  return { ...(payload as unknown as ReadRecord), _id: sequence, at: new Date(happenedAt) };
}
