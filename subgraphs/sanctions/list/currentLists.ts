import type { Logger } from '../../../shared/logger/logger';
import type { ListEntry } from './listEntry';
import { indexLists, type ListsIndex } from './listsIndex';
import type { ListVersionStore } from './listVersion.store';
import { loadLists } from './loadLists';

/** How often it is looked whether a version was published, also by another process, in milliseconds. */
const lookEveryMs = 500;

/** The lists in memory, in the versions in force; swapped as a whole when a version is published. */
export interface CurrentLists {
  /** The state now. A request takes it once, so that it never sees two versions. */
  readonly index: ListsIndex;
  readonly versions: ListsIndex['versions'];
  readonly entries: ListsIndex['entries'];
  /** Called at each swap, before the new state is answered from; and once at once with the state there is. */
  onSwap(listener: (index: ListsIndex) => void): void;
  /** Looks now; resolves when what was published before the call is in force. */
  refresh(): Promise<void>;
  close(): void;
}

/** The loaded cases, as far as their actors are screened like entries. */
export interface CaseActors {
  /** Changes when a case is loaded. */
  editions(): Promise<string>;
  entries(): Promise<readonly ListEntry[]>;
}

export async function openCurrentLists(
  store: ListVersionStore,
  cases: CaseActors,
  logger: Logger,
): Promise<CurrentLists> {
  let index = indexLists([]);
  let seen: string | undefined;
  const listeners: ((index: ListsIndex) => void)[] = [];

  async function look(): Promise<void> {
    const editions = `${await store.editions()}\n\n${await cases.editions()}`;
    if (editions === seen) return;
    const next = indexLists(await loadLists(store, index.lists), await cases.entries());
    for (const listener of listeners) listener(next);
    index = next;
    seen = editions;
  }

  // One look at a time: each waits for the one before it.
  let looking: Promise<void> = Promise.resolve();
  const refresh = () => (looking = looking.catch(() => undefined).then(look));
  await refresh();

  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const lookAgain = () => {
    if (closed) return;
    timer = setTimeout(() => {
      refresh()
        .catch((error: unknown) => {
          if (!closed) logger.warn({ err: error }, 'could not look for new list versions');
        })
        .finally(lookAgain);
    }, lookEveryMs).unref();
  };
  lookAgain();

  return {
    get index() {
      return index;
    },
    get versions() {
      return index.versions;
    },
    get entries() {
      return index.entries;
    },
    onSwap(listener) {
      listeners.push(listener);
      listener(index);
    },
    refresh,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
