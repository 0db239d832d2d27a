import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { insertNew } from '../mongo/insertRows';
import type { FileDigest } from './fileDigest';
import type { ImportLogRecords } from './importLogRow';
import { type ImportCounts, importRows, type QuarantinedLine, type RowImport } from './importRows';
import { ownMemory } from './ownMemory';

/** The report of a file's import, as `--json` prints it. */
export interface ImportReport extends ImportCounts {
  /** The id of the import: its quarantined rows are kept under it. */
  readonly import: string;
  readonly seconds: number;
  /** The process's own memory at its peak (ownMemory.ts), measured after each batch. */
  readonly peakMemoryMb: number;
  /** The first of the quarantined rows: 100 at most. */
  readonly problems: readonly QuarantinedLine[];
}

export interface ImportOptions {
  /** Called now and then with the number of bytes read. */
  readonly onBytes?: (bytes: number) => void;
  readonly onProgress?: (counts: ImportCounts) => void;
  /** Is given every quarantined row, in order. */
  readonly onQuarantined?: (lines: readonly QuarantinedLine[]) => Promise<void>;
}

export interface FileImport<Row> extends Pick<RowImport<Row>, 'readings' | 'sizeOf' | 'store'> {
  /** The kind of its rows, for the record of the import. */
  readonly kind: string;
  readonly file: string;
  /** Of what `readings` has read of the file. */
  readonly digest: FileDigest;
}

/** A report stays readable: it names this many bad rows; all of them are in the store. */
const problemsNamed = 100;

/** Imports a file, and keeps a record of the import and of each row that was quarantined. */
export async function importFile<Row>(
  records: ImportLogRecords,
  { kind, file, digest, ...rows }: FileImport<Row>,
  { onProgress, onQuarantined }: ImportOptions,
): Promise<ImportReport> {
  const began = Date.now();
  const id = randomUUID();
  const problems: QuarantinedLine[] = [];
  let begun = false;
  let peak = ownMemory();
  const begin = async () => {
    if (begun) return;
    begun = true;
    const nothing = { read: 0, stored: 0, duplicates: 0, quarantined: 0 };
    await records.imports.create({
      _id: id,
      kind,
      file: basename(file),
      startedAt: new Date(began),
      endedAt: null,
      ...nothing,
    });
  };
  const counts = await importRows({
    ...rows,
    async store(batch) {
      await begin();
      return rows.store(batch);
    },
    async quarantine(rejected) {
      await begin();
      await insertNew(
        records.quarantinedRows,
        rejected.map((row) => ({ _id: `${id} ${row.line}`, importId: id, ...row })),
      );
      const lines = rejected.map(({ line, problem }) => ({ line, problem }));
      problems.push(...lines.slice(0, problemsNamed - problems.length));
      await onQuarantined?.(lines);
    },
    onProgress(now) {
      peak = Math.max(peak, ownMemory());
      onProgress?.(now);
    },
  });
  await begin();
  await records.imports.updateOne(
    { _id: id },
    { $set: { ...counts, digest: digest.hex(), endedAt: new Date() } },
  );
  return {
    import: id,
    ...counts,
    seconds: (Date.now() - began) / 1_000,
    peakMemoryMb: Math.round(peak / 1_048_576),
    problems,
  };
}
