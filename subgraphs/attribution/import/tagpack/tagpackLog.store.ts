import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { AttributionRecords } from '../../connectAttribution';

/** A row that was not taken, and why. */
export interface RejectedTag {
  /** The pack, by its path in the folder that was imported. */
  readonly file: string;
  /** From 1; 1 where the file as a whole is meant. */
  readonly line: number;
  readonly problem: string;
}

/** The counts of tags: read = stored + duplicates + quarantined. */
export interface TagCounts {
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

export interface TagpackLog {
  readonly id: string;
  stored(count: number): void;
  duplicates(count: number): void;
  /** Kept in full, with what stands there. */
  reject(row: RejectedTag, text: string): Promise<void>;
  /** The counts so far. */
  counts(): TagCounts;
  /** The first rejected rows. */
  readonly rejected: readonly RejectedTag[];
  end(): Promise<void>;
}

/** A report stays readable: it names this many; all are in the store. */
const named = 20;

/** The longest text that a rejected row keeps, in characters. */
const maxTextLength = 10_000;

export interface TagpackLogOptions {
  /** Of the one file that is imported; null of a folder. */
  readonly digest: string | null;
  /** Is given every row that is rejected, in order. */
  readonly onRejected?: ((row: RejectedTag) => Promise<void>) | undefined;
}

/** Begins the record of an import; what is rejected is stored as it comes, so that none is held in memory or lost. */
export async function beginTagpackLog(
  { imports, quarantinedRows }: Pick<AttributionRecords, 'imports' | 'quarantinedRows'>,
  path: string,
  { digest, onRejected }: TagpackLogOptions,
): Promise<TagpackLog> {
  const id = randomUUID();
  const counted = { stored: 0, duplicates: 0, quarantined: 0 };
  const rejected: RejectedTag[] = [];
  const counts = () => ({ ...counted, read: counted.stored + counted.duplicates + counted.quarantined });
  await imports.create({
    _id: id,
    kind: 'TAGPACKS',
    file: basename(path),
    digest,
    startedAt: new Date(),
    endedAt: null,
    ...counts(),
  });
  return {
    id,
    rejected,
    counts,
    stored: (count) => void (counted.stored += count),
    duplicates: (count) => void (counted.duplicates += count),
    async reject(row, text) {
      counted.quarantined++;
      if (rejected.length < named) rejected.push(row);
      await quarantinedRows.create({
        _id: `${id} ${counted.quarantined}`,
        importId: id,
        ...row,
        reason: 'UNREADABLE',
        text: text.slice(0, maxTextLength),
      });
      await onRejected?.(row);
    },
    async end() {
      await imports.updateOne({ _id: id }, { $set: { ...counts(), endedAt: new Date() } });
    },
  };
}
