import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file that only its owner can read: beside its place and moved into it, so that nobody reads half of it. */
export function writeWhole(file: string, content: string): void {
  const fresh = `${file}.new`;
  // One that was left there may be open to others.
  rmSync(fresh, { force: true });
  writeFileSync(fresh, content, { mode: 0o600, flag: 'wx' });
  renameSync(fresh, file);
}
