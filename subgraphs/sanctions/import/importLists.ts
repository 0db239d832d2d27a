import type { ListReading } from '../list/listReading';
import type { AcceptedLoss } from '../list/listVersion.record';
import type { ListVersionStore } from '../list/listVersion.store';
import {
  type ImportLease,
  type ImportLeases,
  LeaseLostError,
  type ImportWait,
} from '../importLease/importLease.store';
import type { ImportStep } from './importStep';
import { lossLimits } from './findLosses.rules';
import { type Publication, publicationOf } from './publication.rules';
import { type DescribedList, describeList, type PublishedList, publishList } from './publishList';
import { rejectWithdrawn } from './rejectWithdrawn';
import { type LossAcceptance, rejectLosses } from './rejectLosses';

export interface ImportListsOptions {
  /**
   * The day of publication, YYYY-MM-DD; omitted: that of the files, else today, which is marked as assumed.
   */
  readonly version?: string;
  /** The share of entries that may be missing against the version before, 0 to 1. */
  readonly shrinkLimit?: number;
  /** The losses that are accepted beyond the limits, with the reason. */
  readonly acceptLoss?: LossAcceptance;
  /** True where `version` may be more than a day from the dates in the files. */
  readonly allowDateDifference?: boolean;
  readonly now?: () => Date;
  /** The day by which dates are judged and assumed, YYYY-MM-DD. Default: that of `now`. */
  readonly today?: string;
  /** Called as each step begins, and while one that is counted goes on. */
  readonly onStep?: (step: ImportStep) => void;
  /** Called before a version is published: what rests on the lists elsewhere is out of date from then on. */
  readonly beforePublish?: () => Promise<void>;
  /** True to report only the result of a publication. Nothing is stored then. */
  readonly reviewOnly?: boolean;
  /** Called with what was found, before anything is stored. Throws ImportError where it is not to be. */
  readonly confirmReport?: (described: readonly DescribedList[]) => void;
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
 * Reads lists and publishes each as a version. All are read, dated and compared with the versions before them
 * before anything is published, so that one bad file keeps the others out too. The remains of an import that
 * was cut off are removed first. Throws ImportError, and changes nothing, for a file that is not a whole
 * list, or one that lost facts.
 */
export async function importLists(
  { store, leases }: ImportInto,
  read: () => readonly ListReading[] | Promise<readonly ListReading[]>,
  options: ImportListsOptions,
): Promise<ImportReport[]> {
  const { version, now = () => new Date(), beforePublish, allowDateDifference, onStep } = options;
  const start = performance.now();
  onStep?.({ text: 'reading the files' });
  const readings = await read();
  const reports = new Map<string, ImportReport>();
  const publishAll = async ({ cutOff, confirm }: ImportLease) => {
    if (cutOff) await store.removeUnseen();
    const importedAt = now();
    const { today = importedAt.toISOString().slice(0, 10) } = options;
    const dated = readings.map((reading) => ({
      reading,
      publication: publicationOf(reading, { version, today, allowDateDifference }),
    }));
    for (const { reading, publication } of dated) await rejectWithdrawn(store, reading, publication.version);
    onStep?.({ text: `comparing ${readings.map(({ list }) => list).join(', ')} with the versions before` });
    const acceptedLosses = await rejectLosses(
      store,
      dated.map(({ reading, publication }) => ({ reading, version: publication.version })),
      { limits: lossLimits(options.shrinkLimit), accepted: options.acceptLoss ?? null },
    );
    const described = await describeAll(store, dated, { importedAt, acceptedLosses });
    options.confirmReport?.(described.map(({ list }) => list));
    for (const { reading, list } of described) {
      if (reports.has(reading.list)) continue;
      if (!options.reviewOnly)
        await publishList(store, reading, list, {
          onStep,
          async confirm() {
            await beforePublish?.();
            await confirm();
          },
        });
      const published = list.report;
      reports.set(reading.list, {
        ...published,
        seconds: Math.round(performance.now() - start) / 1_000,
        // maxRSS is in kilobytes on every platform (Node's documentation of process.resourceUsage).
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      });
    }
  };
  await retryWithNewLease(leases, publishAll, {
    onWait: (holder) => onStep?.({ text: `waiting for another import to end (${holder})` }),
  });
  return [...reports.values()];
}

interface DatedReading {
  readonly reading: ListReading;
  readonly publication: Publication;
}

/** Describes every list before any is published. */
async function describeAll(
  store: ListVersionStore,
  dated: readonly DatedReading[],
  {
    importedAt,
    acceptedLosses,
  }: { readonly importedAt: Date; readonly acceptedLosses: ReadonlyMap<string, AcceptedLoss> },
) {
  const described: { readonly reading: ListReading; readonly list: DescribedList }[] = [];
  for (const { reading, publication } of dated) {
    const acceptedLoss = acceptedLosses.get(reading.list);
    const list = await describeList(store, reading, { publication, importedAt, acceptedLoss });
    described.push({ reading, list });
  }
  return described;
}

/**
 * The attempts to publish. A process that took over the lease removes the prepared version, and ends: then it
 * is prepared again.
 */
const maxAttempts = 3;

async function retryWithNewLease(
  leases: ImportLeases,
  work: (lease: ImportLease) => Promise<void>,
  wait: ImportWait,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await leases.under(work, wait);
      return;
    } catch (error) {
      if (!(error instanceof LeaseLostError) || attempt === maxAttempts) throw error;
    }
  }
}
