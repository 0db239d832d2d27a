import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CommandError } from '../command/commandError';

/** Makes the data folder where it is missing. Throws CommandError, in one line, where it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const why = ['ENOTDIR', 'EEXIST'].includes(code)
      ? 'a file is in its way'
      : `it cannot be written to (${code})`;
    throw new CommandError(`the data folder ${folder} cannot be used: ${why}`);
  }
}

/**
 * Makes a folder and those above it, one by one. Node's `recursive` never ends, and heeds no signal, where a
 * file system such as /proc answers ENOENT to any new folder.
 */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another command may have made it since.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
