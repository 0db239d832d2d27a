import { renameSync, unlinkSync, writeFileSync } from 'node:fs';

/** Writes a file that only its owner can read: beside its place and moved into it, so that nobody reads half of it. */
export function writeWhole(file: string, content: string): void {
  const fresh = `${file}.new`;
  // One that was left there may be open to others.
  unlinkIfPresent(fresh);
  writeFileSync(fresh, content, { mode: 0o600, flag: 'wx' });
  renameSync(fresh, file);
}

/** Throws EISDIR for a folder, as writing to it would: `rmSync` has a code of its own for it. */
function unlinkIfPresent(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
