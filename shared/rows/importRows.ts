import type { QuarantineReason } from './importLogRow';
import type { RowReading } from './rowReading';

/** A row with the line of the file that it is on. */
export interface PlacedRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** A line that was not stored, and why. */
export interface QuarantinedLine {
  readonly line: number;
  readonly problem: string;
}

/** With the reason: the row cannot be read, or it contradicts a stored one. */
export interface RejectedLine extends QuarantinedLine {
  readonly reason: QuarantineReason;
}

/** The outcome of the rows of a file: read = stored + duplicates + quarantined. */
export interface ImportCounts {
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

export interface BatchStored {
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: readonly QuarantinedLine[];
}

export interface RowImport<Row> {
  readonly readings: AsyncIterable<RowReading<Row>>;
  /** Returns the share of a batch that a row takes: 1, or more where it is large. */
  readonly sizeOf?: (row: Row) => number;
  /** Stores a batch. Called for one batch at a time. */
  readonly store: (batch: readonly PlacedRow<Row>[]) => Promise<BatchStored>;
  /** Is given what was quarantined, in the order in which it was found. */
  readonly quarantine: (lines: readonly RejectedLine[]) => Promise<void>;
  readonly onProgress?: (counts: ImportCounts) => void;
}

/**
 * The rows of one write: a commit of the store costs a write to disk, whatever its size. Two batches are in
 * memory at a time, some 8 MB, whatever the size of the file.
 */
const batchSize = 4_000;

/** Imports the rows of a file in batches: one is stored while the next is read. Nothing of a row is kept after that. */
export async function importRows<Row>({
  readings,
  sizeOf = () => 1,
  store,
  quarantine,
  onProgress,
}: RowImport<Row>): Promise<ImportCounts> {
  const counts = { read: 0, stored: 0, duplicates: 0, quarantined: 0 };
  const write = async (rows: readonly PlacedRow<Row>[], bad: readonly QuarantinedLine[]) => {
    const done = rows.length > 0 ? await store(rows) : { stored: 0, duplicates: 0, quarantined: [] };
    const lines = [
      ...bad.map((line) => ({ ...line, reason: 'UNREADABLE' as const })),
      ...done.quarantined.map((line) => ({ ...line, reason: 'CONFLICT' as const })),
    ].sort((a, b) => a.line - b.line);
    if (lines.length > 0) await quarantine(lines);
    counts.read += rows.length + bad.length;
    counts.stored += done.stored;
    counts.duplicates += done.duplicates;
    counts.quarantined += lines.length;
    onProgress?.(counts);
  };
  let rows: PlacedRow<Row>[] = [];
  let bad: QuarantinedLine[] = [];
  let size = 0;
  let writing = Promise.resolve();
  const flush = async () => {
    const [batch, lines] = [rows, bad];
    [rows, bad, size] = [[], [], 0];
    await writing;
    writing = write(batch, lines);
    // It is awaited before the next; until then a failure is not unhandled.
    writing.catch(() => undefined);
  };
  try {
    for await (const reading of readings) {
      if ('problem' in reading) bad.push(reading);
      else rows.push(reading);
      size += 'problem' in reading ? 1 : sizeOf(reading.row);
      if (size >= batchSize) await flush();
    }
    await flush();
  } finally {
    // Also where reading failed: what was begun is brought to its end.
    await writing;
  }
  return counts;
}
