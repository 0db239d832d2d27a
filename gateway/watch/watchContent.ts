import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** A change is seen within this time. Asking the file system is cheap, and works on every kind of mount. */
export const everyMs = 500;

/** File systems tell times in steps: a file that was changed this shortly before it was read may change unseen after. */
const recentMs = 3_000;

export interface Watched {
  stop(): void;
}

/**
 * Calls `changed` with a file's content each time that it differs from the last, one call at a time, and with
 * undefined where it cannot be read. `first` is the content that the caller knows already. A change since it
 * was read is seen.
 */
export function watchContent(
  path: string,
  first: string | undefined,
  changed: (content: string | undefined) => Promise<void>,
): Watched {
  let last = digestOf(first);
  /** The file's state before it was last read; undefined where it must be read in any case. */
  let seen: string | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const stands = await statKey(path);
    if (stands !== undefined && stands === seen) return;
    const content = await readFile(path, 'utf8').catch(() => undefined);
    seen = stands;
    if (stopped || digestOf(content) === last) return;
    last = digestOf(content);
    await changed(content);
  };
  const next = () => {
    if (!stopped)
      timer = setTimeout(
        () =>
          void look()
            .catch(() => undefined)
            .finally(next),
        everyMs,
      ).unref();
  };
  void look()
    .catch(() => undefined)
    .finally(next);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/**
 * Returns a text that changes when a file does, or undefined where that cannot be relied on. For a folder, it
 * changes with its names.
 */
export async function statKey(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (!found || Date.now() - Number(found.ctimeMs) < recentMs) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
}

const digestOf = (content: string | undefined) =>
  content === undefined ? undefined : createHash('sha256').update(content).digest('hex');
