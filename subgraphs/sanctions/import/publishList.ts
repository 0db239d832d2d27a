import { compareEntries } from '../list/compareEntries.rules';
import {
  canonicalJson,
  digestOf,
  entryOfContent,
  membersOf,
  type VersionContent,
  versionContent,
} from '../list/content.rules';
import type { ListReading, ReadingDifference, RowCount } from '../list/listReading';
import type { ListVersionRecord } from '../list/listVersion.record';
import { editionOf } from '../list/edition';
import type { ListVersionStore } from '../list/listVersion.store';
import type { AcceptedLoss } from '../list/listVersion.record';
import type { ImportStep } from './importStep';
import type { Publication } from './publication.rules';
import { comparable } from './rejectLosses';

/** The result of an import: the reconciliation, and the differences from the version before. */
export interface PublishedList {
  readonly list: string;
  readonly version: string;
  /** YYYY-MM-DD; null where nothing says it. */
  readonly publishedOn: string | null;
  /** The version is named by the day of the import. */
  readonly dateAssumed: boolean;
  /** The version of the list that is in force after the import: another one where that has a later day. */
  readonly inForce: string;
  readonly entries: number;
  readonly aliases: number;
  readonly addresses: number;
  readonly wallets: number;
  readonly relationships: number;
  readonly relationshipsToOtherLists: number;
  readonly unresolvedRelationships: number;
  /** Against the version before it by publication; against itself, where this version was there already. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Entries that are equal but for their links, which lead to other entries. */
  readonly relinked: number;
  readonly quarantined: number;
  /** The files that the import went without. */
  readonly absent: readonly string[];
  readonly rows: readonly RowCount[];
  /** Records that were kept in spite of an irregularity. */
  readonly warnings: readonly string[];
  /** Facts that one of several files of the list has and the others lack. */
  readonly differences: readonly ReadingDifference[];
  /** Losses of this version that were accepted, this time and before. */
  readonly acceptedLosses: readonly AcceptedLoss[];
}

export interface DescribeOptions {
  readonly publication: Publication;
  readonly importedAt: Date;
  readonly acceptedLoss: AcceptedLoss | undefined;
}

/** A list that was read, before it is published. */
export interface DescribedList {
  readonly report: PublishedList;
  readonly content: VersionContent;
  readonly record: ListVersionRecord;
  /** True where the same version is published with the same content: then nothing is left to publish. */
  readonly isThere: boolean;
}

/** Works out what a reading is as a version of its list, and what differs from the version before. Changes nothing. */
export async function describeList(
  store: ListVersionStore,
  reading: ListReading,
  options: DescribeOptions,
): Promise<DescribedList> {
  const { list } = reading;
  const { publication, acceptedLoss } = options;
  const { same, before, latest } = await versionsBeside(store, list, publication.version);
  const content = versionContent(list, reading.entries);
  const acceptedLosses = [...(same?.acceptedLosses ?? []), ...(acceptedLoss ? [acceptedLoss] : [])];
  const record = versionRecord(reading, content, { ...options, acceptedLosses });
  const changes = await changesFrom(store, same ?? before, content);
  const report = {
    list,
    ...publication,
    inForce:
      latest !== undefined && latest.version > publication.version ? latest.version : publication.version,
    ...reading.counts,
    ...changes,
    quarantined: reading.quarantined.length,
    absent: reading.absent,
    rows: reading.rows,
    warnings: reading.warnings ?? [],
    differences: reading.differences ?? [],
    acceptedLosses,
  };
  return { report, content, record, isThere: same?.digest === record.digest };
}

interface PublishOptions {
  readonly onStep?: ((step: ImportStep) => void) | undefined;
  /** Called right before the commit; throws where this import may no longer publish. */
  readonly confirm: () => Promise<void>;
}

/**
 * Publishes a reading as a version of its list. Its parts are stored first, unseen; then one document makes
 * all of it visible at once. The caller makes sure that nothing is missing (rejectLosses).
 */
export async function publishList(
  store: ListVersionStore,
  reading: ListReading,
  { content, record, isThere }: DescribedList,
  { onStep, confirm }: PublishOptions,
): Promise<void> {
  if (isThere) return;
  const storing = (done: number) =>
    onStep?.({ text: `storing ${record._id}`, done, of: content.entries.length });
  await store.prepare(content.entries, content.chunks, storing);
  await store.prepareQuarantine(quarantineOf(reading, record));
  onStep?.({ text: `publishing ${record._id}` });
  await confirm();
  await store.publish(record);
}

/** Returns the stored version of that day, the one before it, and the latest of the list. */
async function versionsBeside(store: ListVersionStore, list: string, version: string) {
  const published = (await store.all()).filter((other) => other.list === list);
  return {
    same: published.find((other) => other.version === version),
    before: published.filter((other) => other.version < version).at(-1),
    latest: published.at(-1),
  };
}

/** Warnings that a version keeps; the report of the import has all of them. */
const maxWarnings = 100;

interface RecordOptions extends Pick<DescribeOptions, 'publication' | 'importedAt'> {
  readonly acceptedLosses: readonly AcceptedLoss[];
}

function versionRecord(
  reading: ListReading,
  { chunks, digest }: VersionContent,
  { publication, importedAt, acceptedLosses }: RecordOptions,
): ListVersionRecord {
  const { list, counts, rows, quarantined, absent } = reading;
  const { facts, orphans, sourceFiles, endMarks } = comparable(reading);
  const { version, publishedOn, dateAssumed } = publication;
  const report = {
    ...counts,
    rows: [...rows],
    quarantined: quarantined.length,
    absent: [...absent],
    publishedOn,
    dateAssumed,
    facts,
    orphans,
    sourceFiles,
    endMarks,
    warnings: (reading.warnings ?? []).slice(0, maxWarnings),
    differences: reading.differences ?? [],
    acceptedLosses,
  };
  return {
    _id: `${list}@${version}`,
    list,
    version,
    importedAt,
    digest: digestOf(digest, canonicalJson(report), canonicalJson(quarantined)),
    chunks: chunks.map(({ bucket, _id }) => ({ bucket, id: _id })),
    ...report,
  };
}

const quarantineOf = ({ quarantined }: ListReading, record: ListVersionRecord) => {
  const edition = editionOf(record);
  return quarantined.map((row, i) => ({
    _id: `${edition}:${String(i).padStart(6, '0')}`,
    edition,
    ...row,
  }));
};

/** Counts the entries that differ. Parts that are the same in both are skipped. */
async function changesFrom(
  store: ListVersionStore,
  before: ListVersionRecord | undefined,
  { chunks, entries }: VersionContent,
): Promise<Pick<PublishedList, 'added' | 'removed' | 'changed' | 'relinked'>> {
  const now = new Map(chunks.map((chunk) => [chunk.bucket, chunk]));
  const differing = (before?.chunks ?? []).filter(({ bucket, id }) => now.get(bucket)?._id !== id);
  const old = await store.chunks(differing.map(({ id }) => id));
  const oldMembers = new Map([...old.values()].flatMap((members) => [...members]));
  const same = new Set((before?.chunks ?? []).map(({ id }) => id));
  const pairs: [was: string, is: string][] = [];
  let [added, kept] = [0, 0];
  for (const chunk of chunks) {
    if (same.has(chunk._id)) continue;
    for (const [entry, is] of membersOf(chunk)) {
      const was = oldMembers.get(entry);
      if (was === undefined) added++;
      else {
        kept++;
        if (was !== is) pairs.push([was, is]);
      }
    }
  }
  return { added, removed: oldMembers.size - kept, ...(await differences(store, pairs, entries)) };
}

/** Of entries that are in both, how many say something else, and how many are only linked to others. */
async function differences(
  store: ListVersionStore,
  pairs: readonly (readonly [was: string, is: string])[],
  entries: VersionContent['entries'],
): Promise<Pick<PublishedList, 'changed' | 'relinked'>> {
  const before = await store.contents(pairs.map(([was]) => was));
  const after = new Map(entries.map(({ _id, content }) => [_id, content]));
  const counts = { changed: 0, relinked: 0 };
  for (const [was, is] of pairs) {
    const [old, fresh] = [before.get(was), after.get(is)];
    if (old === undefined || fresh === undefined) continue;
    const difference = compareEntries(entryOfContent(old), entryOfContent(fresh));
    if (difference) counts[difference.change === 'CHANGED' ? 'changed' : 'relinked']++;
  }
  return counts;
}
