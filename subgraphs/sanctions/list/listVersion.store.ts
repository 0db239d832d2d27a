import type { Model, QueryFilter } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { insertMissing } from '../../../shared/mongo/insertRows';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageOfRead } from '../../../shared/pagination/page';
import { editionOf } from './edition';
import { membersOf, type StoredChunk, type StoredEntry } from './content.rules';
import type { ListChunkRecord, ListEntryRecord } from './listEntry.record';
import type { ListVersionRecord } from './listVersion.record';
import type { WithdrawnVersionRecord } from './withdrawnVersion.record';
import type { QuarantinedRowRecord } from './quarantinedRow.record';

/** The only place that reads and writes lists and their versions. */
export interface ListVersionStore {
  /** Every version, by list and then by publication; without what it holds. */
  all(): Promise<ListVersionRecord[]>;
  /** Entry contents by digest. Throws where one is missing: a version that is seen is whole. */
  contents(digests: readonly string[]): Promise<Map<string, string>>;
  /** Digests by entry number, for each chunk. Throws where one is missing. */
  chunks(ids: readonly string[]): Promise<Map<string, Map<string, string>>>;
  quarantined(edition: string, page: PageArguments): Promise<Page<QuarantinedRowRecord>>;
  /** Counts the quarantined rows of an edition that are about an entry missing from it. */
  orphans(edition: string): Promise<number>;
  /** Stores the parts of a version that are not stored yet. No reader sees them before it is published. */
  prepare(
    entries: readonly StoredEntry[],
    chunks: readonly StoredChunk[],
    onStored?: (entries: number) => void,
  ): Promise<void>;
  prepareQuarantine(rows: readonly QuarantinedRowRecord[]): Promise<void>;
  /** Removes what no version names: the leftovers of imports that were cut off. Not while another import is under way. */
  removeUnseen(): Promise<void>;
  /** The commit: one document, in one step, in place of an earlier edition of the same version. */
  publish(version: ListVersionRecord): Promise<void>;
  /** The versions that were withdrawn, by time; without what they hold. */
  withdrawn(): Promise<WithdrawnVersionRecord[]>;
  /** Keeps a version as withdrawn, and takes it out of the versions. Where it is cut off between, doing it again ends it. */
  withdraw(version: WithdrawnVersionRecord): Promise<void>;
}

export interface ListModels {
  readonly listVersions: Model<ListVersionRecord>;
  readonly listEntries: Model<ListEntryRecord>;
  readonly listChunks: Model<ListChunkRecord>;
  readonly quarantinedRows: Model<QuarantinedRowRecord>;
  readonly withdrawnListVersions: Model<WithdrawnVersionRecord>;
}

export function listVersionStore(models: ListModels): ListVersionStore {
  const { listVersions, listEntries, listChunks, quarantinedRows, withdrawnListVersions } = models;
  return {
    all: () => listVersions.find().sort({ list: 1, version: 1 }).lean<ListVersionRecord[]>(),
    async contents(digests) {
      const found = await byIds<ListEntryRecord>(listEntries, digests);
      return new Map(found.map(({ _id, content }) => [_id, content]));
    },
    async chunks(ids) {
      const found = await byIds<ListChunkRecord>(listChunks, ids);
      return new Map(found.map((chunk) => [chunk._id, membersOf(chunk)]));
    },
    async quarantined(edition, { first, after }) {
      const filter = after === null ? { edition } : { edition, _id: { $gt: after } };
      const [read, count] = await Promise.all([
        quarantinedRows
          .find(filter)
          .sort({ _id: 1 })
          .limit(first + 1)
          .lean<QuarantinedRowRecord[]>(),
        quarantinedRows.countDocuments({ edition }),
      ]);
      return pageOfRead(read, first, count);
    },
    orphans: (edition) => quarantinedRows.countDocuments({ edition, reason: /^there is no entry / }),
    async prepare(entries, chunks, onStored) {
      let stored = 0;
      for (const batch of chunksOf(entries)) {
        onStored?.(stored);
        await insertMissing(listEntries, batch);
        stored += batch.length;
      }
      await insertMissing(
        listChunks,
        chunks.map(({ _id, list, members }) => ({ _id, list, members })),
      );
    },
    async prepareQuarantine(rows) {
      await insertMissing(quarantinedRows, rows);
    },
    removeUnseen: () => removeUnseen(models),
    async publish(version) {
      await listVersions.replaceOne({ _id: version._id }, version, { upsert: true });
    },
    withdrawn: () => withdrawnListVersions.find().sort({ withdrawnAt: 1 }).lean<WithdrawnVersionRecord[]>(),
    async withdraw(version) {
      const { list, version: name, digest } = version;
      await withdrawnListVersions.replaceOne({ _id: version._id }, version, { upsert: true });
      await listVersions.deleteOne({ list, version: name, digest });
    },
  };
}

async function removeUnseen({
  listVersions,
  listEntries,
  listChunks,
  quarantinedRows,
  withdrawnListVersions,
}: ListModels): Promise<void> {
  const published = await listVersions.find().lean<ListVersionRecord[]>();
  const kept = await withdrawnListVersions.find().lean<WithdrawnVersionRecord[]>();
  const versions = [...published, ...kept];
  const chunkIds = [...new Set(versions.flatMap(({ chunks }) => chunks.map(({ id }) => id)))];
  const seen = new Set<string>();
  for (const chunk of await byIds<ListChunkRecord>(listChunks, chunkIds)) {
    for (const digest of membersOf(chunk).values()) seen.add(digest);
  }
  await quarantinedRows.deleteMany({ edition: { $nin: versions.map(editionOf) } });
  await listChunks.deleteMany({ _id: { $nin: chunkIds } });
  const unseen: string[] = [];
  for await (const { _id } of listEntries.find({}, { _id: 1 }).lean<{ _id: string }>().cursor()) {
    if (!seen.has(_id)) unseen.push(_id);
  }
  for (const batch of chunksOf(unseen)) await listEntries.deleteMany({ _id: { $in: batch } });
}

async function byIds<Row extends { _id: string }>(model: Model<Row>, ids: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const batch of chunksOf([...new Set(ids)])) {
    const rows = await model.find({ _id: { $in: batch } } as QueryFilter<Row>).lean<Row[]>();
    if (rows.length !== batch.length) {
      const there = new Set(rows.map(({ _id }) => _id));
      const missing = batch.find((id) => !there.has(id));
      throw new Error(`${model.collection.name} has no ${missing ?? 'document'}, which a version names`);
    }
    found.push(...rows);
  }
  return found;
}
