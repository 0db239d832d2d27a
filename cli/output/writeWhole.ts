import { existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { usageError } from '../command/commandError';

/**
 * Writes pieces as they come to a file beside its place, and renames it when it is whole: a part is never taken for all. Throws
 * CommandError where the folder is not there.
 */
export async function writeWhole(file: string, pieces: AsyncIterable<string>): Promise<void> {
  if (!existsSync(dirname(file))) throw usageError(`${dirname(file)}: there is no such folder`);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    // Opened before anything is read: else a failure could leave a file that is made after it was removed.
    const opened = await open(draft, 'w');
    await pipeline(Readable.from(pieces), opened.createWriteStream({ flush: true }));
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
