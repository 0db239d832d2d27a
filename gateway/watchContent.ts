import { createHash } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** A change is seen within this time. Asking the file system is cheap, and works on every kind of mount. */
const everyMs = 500;

export interface Watched {
  stop(): void;
}

/**
 * Calls `changed` with a file's content each time that it differs from the last, one call at a time, and with undefined
 * where it cannot be read. `first` is the content that the caller knows already.
 */
export function watchContent(
  path: string,
  first: string | undefined,
  changed: (content: string | undefined) => Promise<void>,
): Watched {
  let last = digestOf(first);
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  const look = async () => {
    const content = await readFile(path, 'utf8').catch(() => undefined);
    if (stopped || digestOf(content) === last) return;
    last = digestOf(content);
    await changed(content);
  };
  const listener = () => {
    turn = turn.then(look, look);
  };
  watchFile(path, { interval: everyMs, persistent: false }, listener);
  return {
    stop() {
      stopped = true;
      unwatchFile(path, listener);
    },
  };
}

const digestOf = (content: string | undefined) =>
  content === undefined ? undefined : createHash('sha256').update(content).digest('hex');
