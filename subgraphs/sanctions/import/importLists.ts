import type { ListReading } from '../list/listReading';
import type { ListVersionStore } from '../list/listVersion.store';
import type { ImportLeases } from './importLease.store';
import { defaultShrinkLimit, type PublishedList, publishList, refuseShrunken } from './publishList';

export interface ImportListsOptions {
  /** The day of publication, YYYY-MM-DD; left out: what the files say, else today. */
  readonly version?: string;
  /** The share of entries that may be missing against the version before, 0 to 1. */
  readonly shrinkLimit?: number;
  readonly now?: () => Date;
  /** Called before a version is published: what rests on the lists elsewhere is out of date from then on. */
  readonly beforePublish?: () => Promise<void>;
}

export interface ImportInto {
  readonly store: ListVersionStore;
  readonly leases: ImportLeases;
}

export interface ImportReport extends PublishedList {
  /** From the first byte read to the version in force. */
  readonly seconds: number;
  /** The most memory that the process had by then: its resident set. */
  readonly peakMemoryMb: number;
}

/**
 * Reads lists and publishes each as a version. All are read, and looked at whether they shrank, before anything is
 * published, so that one bad file keeps the others out too. What an import that was cut off left behind is removed first.
 * Throws ImportError, and changes nothing, for a file that is not a whole list, or one that shrank.
 */
export async function importLists(
  { store, leases }: ImportInto,
  read: () => readonly ListReading[] | Promise<readonly ListReading[]>,
  { version, shrinkLimit = defaultShrinkLimit, now = () => new Date(), beforePublish }: ImportListsOptions,
): Promise<ImportReport[]> {
  const start = performance.now();
  const readings = await read();
  return leases.under(async ({ cutOff, confirm }) => {
    if (cutOff) await store.removeUnseen();
    const reports: ImportReport[] = [];
    const importedAt = now();
    const versionOf = (reading: ListReading) =>
      version ?? reading.publishedOn ?? importedAt.toISOString().slice(0, 10);
    for (const reading of readings)
      await refuseShrunken(store, reading, { version: versionOf(reading), shrinkLimit });
    for (const reading of readings) {
      const published = await publishList(store, reading, {
        version: versionOf(reading),
        importedAt,
        shrinkLimit,
        async confirm() {
          await beforePublish?.();
          await confirm();
        },
      });
      reports.push({
        ...published,
        seconds: Math.round(performance.now() - start) / 1_000,
        // maxRSS is in kilobytes on every platform (Node's documentation of process.resourceUsage).
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      });
    }
    return reports;
  });
}
