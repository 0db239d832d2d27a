import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a key file that does not exist yet. Of several commands at once the first makes it: a link, unlike a
 * rename, never replaces a file.
 */
export function makeKeyFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = writeTemporaryFile(file, content);
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(fresh);
  }
}

/** Written beside, under a name of its own: a file that gets its name after this is whole. Only its owner can read it. */
export function writeTemporaryFile(file: string, content: string): string {
  const fresh = `${file}.${randomUUID()}.new`;
  writeFileSync(fresh, content, { mode: 0o600 });
  return fresh;
}
