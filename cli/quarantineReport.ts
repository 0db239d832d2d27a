import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { CommandError } from './commandError';

/** The file that `--report` names: every row that was quarantined, as JSON lines. */
export interface QuarantineReport {
  add(rows: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/** Throws CommandError where it cannot be written: before anything is imported. */
export async function openReport(path: string): Promise<QuarantineReport> {
  const stream = createWriteStream(path);
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new CommandError(`${path}: the report cannot be written: ${(error as Error).message}`);
  }
  return {
    async add(rows) {
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      if (!stream.write(text)) await once(stream, 'drain');
    },
    close: () => new Promise<void>((done) => stream.end(done)),
  };
}
