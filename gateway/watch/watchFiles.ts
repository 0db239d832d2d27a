import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { everyMs, statKey, type Watched } from './watchContent';

/** The files that make up one state, and their digest when that state was read. */
export interface FilesState {
  readonly files: readonly string[];
  readonly digest: string;
}

/** Returns the state of files as they are now. The content of one may name the others. */
export type ReadState = () => Promise<FilesState>;

/**
 * Calls `changed` each time that the content of one of the files differs, or another file belongs to them; one call at a
 * time. `first` is the state that the caller knows already.
 */
export function watchFiles(read: ReadState, first: FilesState, changed: () => Promise<void>): Watched {
  let last = first;
  let seen: string | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const stands = await statKeysOf(last.files);
    if (stands !== undefined && stands === seen) return;
    const state = await read();
    seen = stands;
    const isSame = state.digest === last.digest;
    last = state;
    if (stopped || isSame) return;
    await changed();
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => void run(), everyMs).unref();
  };
  const run = () =>
    look()
      .catch(() => undefined)
      .finally(next);
  next();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The digest of the names and contents of files; a file that cannot be read has a content of its own. */
export async function digestOfFiles(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(file).catch(() => undefined);
    hash.update(JSON.stringify([file, content?.length ?? null])).update(content ?? '');
  }
  return hash.digest('hex');
}

/** Returns a text that changes when one of the files does, or undefined where that cannot be relied on. */
async function statKeysOf(files: readonly string[]): Promise<string | undefined> {
  const statKeys = await Promise.all(files.map(statKey));
  return statKeys.includes(undefined) ? undefined : statKeys.join('\n');
}
