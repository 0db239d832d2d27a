import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { CommandError } from '../command/commandError';

/** The file that `--report` names: every row that was quarantined, as JSON lines. */
export interface QuarantineReport {
  add(rows: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/** Throws CommandError where it cannot be written: before anything is imported, and later, when the disk is full. */
export async function openReport(path: string): Promise<QuarantineReport> {
  const stream = createWriteStream(path);
  const failed = (error: Error) =>
    new CommandError(`${path}: the report cannot be written: ${error.message}`);
  await once(stream, 'open').catch((error: unknown) => {
    throw failed(error as Error);
  });
  const broken: { by?: Error } = {};
  stream.on('error', (error) => (broken.by = error));
  const done = async (asked: (callback: (error?: Error | null) => void) => void) => {
    await new Promise<void>((resolve) => {
      asked((error) => {
        if (error) broken.by ??= error;
        resolve();
      });
    });
    if (broken.by) throw failed(broken.by);
  };
  return {
    add: (rows) =>
      done((callback) => stream.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), callback)),
    close: () => done((callback) => (stream.closed ? callback() : stream.end(callback))),
  };
}
