import { runInTurns } from '../../../shared/batch/steps';
import type { Logger } from '../../../shared/logger/logger';
import type { ListEntry } from './listEntry';
import { indexingLists, indexLists, type ListsIndex } from './listsIndex';
import type { ListVersionStore } from './listVersion.store';
import { loadLists } from './loadLists';

/** The pause between checks for a version that was published, also by another process, in milliseconds. */
const lookEveryMs = 500;

/**
 * The lists in memory, in the versions in force, and the loaded cases beside them. They are replaced as a
 * whole when a version is published or a case is loaded.
 */
export interface CurrentLists<Facts = unknown> {
  /** The state now. A request takes it once, with the cases, so that it never sees two versions. */
  readonly index: ListsIndex;
  /** The facts of the loaded cases, in the state of `index`. */
  readonly caseFacts: Facts;
  readonly versions: ListsIndex['versions'];
  readonly entries: ListsIndex['entries'];
  /**
   * Prepares what is made of each state before it is answered from, and of the state there is. What `prepare` returns is called
   * in the step in which the state is swapped. Resolves when the state there is has been taken.
   */
  beforeSwap(prepare: PrepareSwap): Promise<void>;
  /** Looks now; resolves when what was published before the call is in force. */
  refresh(): Promise<void>;
  /**
   * Resolves when what was published or loaded before the call is in force: one query where nothing was. Rejects where the
   * store does not say.
   */
  confirm(): Promise<void>;
  close(): void;
}

/** Makes something of a state that is to come, and returns what puts it into use. */
export type PrepareSwap = (index: ListsIndex) => Promise<() => void>;

export interface ListSources<Facts> {
  readonly store: Pick<ListVersionStore, 'all' | 'chunks' | 'contents'>;
  /** Changes when a version is published or withdrawn, or a case is loaded. */
  editions(): Promise<string>;
  /** Reads what cases say: their actors as entries, which are screened like those of lists, and everything for requests. */
  readCases(): Promise<{ readonly entries: readonly ListEntry[]; readonly facts: Facts }>;
}

export async function openCurrentLists<Facts>(
  { store, editions: editionsNow, readCases }: ListSources<Facts>,
  logger: Logger,
): Promise<CurrentLists<Facts>> {
  let index = indexLists([]);
  let caseFacts: Facts;
  let seen: string | undefined;
  const preparing: PrepareSwap[] = [];

  async function look(): Promise<void> {
    const editions = await editionsNow();
    if (editions === seen) return;
    const [lists, { entries, facts }] = [await loadLists(store, index.lists), await readCases()];
    const next = await runInTurns(indexingLists(lists, entries));
    const swaps = await prepareSwaps(next, preparing);
    for (const swap of swaps) swap();
    index = next;
    caseFacts = facts;
    seen = editions;
  }

  // One check at a time. Callers meanwhile share the one that begins after it.
  let looking: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const refresh = () =>
    (next ??= looking
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return (looking = look());
      }));
  await refresh();

  const stop = keepLooking(refresh, logger);
  return {
    get index() {
      return index;
    },
    get caseFacts() {
      return caseFacts;
    },
    get versions() {
      return index.versions;
    },
    get entries() {
      return index.entries;
    },
    async beforeSwap(prepare) {
      for (;;) {
        const present = index;
        const swap = await prepare(present);
        if (present !== index) continue;
        swap();
        preparing.push(prepare);
        return;
      }
    },
    refresh,
    async confirm() {
      if ((await editionsNow()) !== seen) await refresh();
    },
    close: stop,
  };
}

/** Prepares all, also what is added meanwhile (`beforeSwap`): everything is of one state. */
async function prepareSwaps(next: ListsIndex, preparing: readonly PrepareSwap[]): Promise<(() => void)[]> {
  const swaps: (() => void)[] = [];
  while (swaps.length < preparing.length)
    swaps.push(...(await Promise.all(preparing.slice(swaps.length).map((prepare) => prepare(next)))));
  return swaps;
}

/** Looks again and again until it is stopped. */
function keepLooking(look: () => Promise<void>, logger: Logger): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const lookAgain = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => {
          if (!stopped) logger.warn({ err: error }, 'could not look for new list versions');
        })
        .finally(lookAgain);
    }, lookEveryMs).unref();
  };
  lookAgain();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
