import { canonicalJson, digestOf, type VersionContent, versionContent } from '../list/content.rules';
import type { ListReading, RowCount } from '../list/listReading';
import type { ListVersionRecord } from '../list/listVersion.record';
import { editionOf } from '../list/edition';
import type { ListVersionStore } from '../list/listVersion.store';
import { ImportError } from './importError';
import { unchanged } from './readText';

/** What became of an import: the reconciliation, and what differs from the version before. */
export interface PublishedList {
  readonly list: string;
  readonly version: string;
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
  readonly quarantined: number;
  /** The files that the import went without. */
  readonly absent: readonly string[];
  readonly rows: readonly RowCount[];
}

interface PublishOptions {
  /** YYYY-MM-DD */
  readonly version: string;
  readonly importedAt: Date;
  /** The share of entries that may be missing against the version before, 0 to 1. */
  readonly shrinkLimit: number;
  /** Called right before the commit; throws where this import may no longer publish. */
  readonly confirm: () => Promise<void>;
}

/** What OFAC's list may lose between two publications; more than this has been a broken file, not a delisting. */
export const defaultShrinkLimit = 0.05;

/**
 * Publishes what was read as a version of its list. What it is made of is stored first, and is not seen; then one
 * document makes all of it seen at once. That it did not shrink is for the caller to see to.
 */
export async function publishList(
  store: ListVersionStore,
  reading: ListReading,
  options: PublishOptions,
): Promise<PublishedList> {
  const { list } = reading;
  const { same, before } = await versionsBeside(store, list, options.version);
  const content = versionContent(list, reading.entries);
  const record = versionRecord(reading, content, options);
  const changes = await changesFrom(store, same ?? before, content);
  if (same?.digest !== record.digest) {
    await store.prepare(content.entries, content.chunks);
    await store.prepareQuarantine(quarantineOf(reading, record));
    await options.confirm();
    await store.publish(record);
  }
  return {
    list,
    version: options.version,
    ...reading.counts,
    ...changes,
    quarantined: reading.quarantined.length,
    absent: reading.absent,
    rows: reading.rows,
  };
}

/** The version that is there already, and the one before it by publication. */
async function versionsBeside(store: ListVersionStore, list: string, version: string) {
  const published = (await store.all()).filter((other) => other.list === list);
  return {
    same: published.find((other) => other.version === version),
    before: published.filter((other) => other.version < version).at(-1),
  };
}

/** Throws ImportError for a list that lost more of its entries than may go. Changes nothing. */
export async function refuseShrunken(
  store: ListVersionStore,
  { list, file, entries }: ListReading,
  { version, shrinkLimit: limit }: Pick<PublishOptions, 'version' | 'shrinkLimit'>,
): Promise<void> {
  const beside = await versionsBeside(store, list, version);
  const before = beside.same ?? beside.before;
  if (!before || entries.length >= before.entries * (1 - limit)) return;
  const percent = ((1 - entries.length / before.entries) * 100).toFixed(1);
  throw new ImportError(
    `${file} (${list}): ${entries.length} entries are ${percent}% fewer than the ${before.entries} of version ${before.version}, ` +
      `and at most ${limit * 100}% may go: ${unchanged}. If they were really removed, import with --shrink-limit`,
  );
}

function versionRecord(
  { list, counts, rows, quarantined, absent }: ListReading,
  { chunks, digest }: VersionContent,
  { version, importedAt }: Pick<PublishOptions, 'version' | 'importedAt'>,
): ListVersionRecord {
  const report = { ...counts, rows: [...rows], quarantined: quarantined.length, absent: [...absent] };
  return {
    _id: `${list}@${version}`,
    list,
    version,
    publishedOn: version,
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

/** How many entries differ. Parts that are the same in both are not looked into. */
async function changesFrom(
  store: ListVersionStore,
  before: ListVersionRecord | undefined,
  { chunks }: VersionContent,
): Promise<Pick<PublishedList, 'added' | 'removed' | 'changed'>> {
  const now = new Map(chunks.map((chunk) => [chunk.bucket, chunk]));
  const differing = (before?.chunks ?? []).filter(({ bucket, id }) => now.get(bucket)?._id !== id);
  const old = await store.chunks(differing.map(({ id }) => id));
  const oldMembers = new Map([...old.values()].flatMap((members) => [...members]));
  const same = new Set((before?.chunks ?? []).map(({ id }) => id));
  let [added, changed, kept] = [0, 0, 0];
  for (const { _id, members } of chunks) {
    if (same.has(_id)) continue;
    for (const line of members.split('\n')) {
      const space = line.lastIndexOf(' ');
      const was = oldMembers.get(line.slice(0, space));
      if (was === undefined) added++;
      else {
        kept++;
        if (was !== line.slice(space + 1)) changed++;
      }
    }
  }
  return { added, removed: oldMembers.size - kept, changed };
}
