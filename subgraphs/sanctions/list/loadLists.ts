import { runInTurns, type Steps } from '../../../shared/batch/steps';
import { entryOfContent } from './content.rules';
import { historyOf, type Run } from './history.rules';
import type { OneList } from './listedActor';
import type { ListEntry } from './listEntry';
import type { ListVersionRecord } from './listVersion.record';
import type { ListVersionStore } from './listVersion.store';

/** The part of the store that lists are read from. */
type ListReads = Pick<ListVersionStore, 'all' | 'chunks' | 'contents'>;

/** Reads every list with its versions and history into memory. Versions in `before` are not read again. */
export async function loadLists(store: ListReads, before: readonly OneList[]): Promise<OneList[]> {
  const versions = await store.all();
  const loaded: OneList[] = [];
  for (const list of [...new Set(versions.map((version) => version.list))].sort()) {
    const own = versions.filter((version) => version.list === list);
    const known = before.find((one) => one.list === list);
    loaded.push(known && sameEditions(known.versions, own) ? known : await loadList(store, own, known));
  }
  return loaded;
}

const sameEditions = (a: readonly ListVersionRecord[], b: readonly ListVersionRecord[]) =>
  a.length === b.length && a.every(({ _id, digest }, i) => _id === b[i]?._id && digest === b[i].digest);

async function loadList(
  store: ListReads,
  versions: readonly ListVersionRecord[],
  before: OneList | undefined,
): Promise<OneList> {
  const chunks = await store.chunks(versions.flatMap((version) => version.chunks.map(({ id }) => id)));
  const history = historyOf(versions, chunks);
  const entries = new Map<string, ListEntry>();
  const used = new Set([...history.values()].flat().map(({ content }) => content));
  if (before)
    for (const run of [...before.history.values()].flat())
      if (used.has(run.content)) entries.set(run.content, before.entryOf(run));
  const missing = [...used].filter((digest) => !entries.has(digest));
  await runInTurns(readingContents(await store.contents(missing), entries));
  return { list: versions[0]?.list ?? '', versions, history, entryOf: (run) => entryOf(entries, run) };
}

/** Contents are read so many in one step. */
const contentsAtATime = 100;

function* readingContents(
  contents: ReadonlyMap<string, string>,
  entries: Map<string, ListEntry>,
): Steps<void> {
  for (const [digest, content] of contents) {
    if (entries.size % contentsAtATime === 0) yield;
    entries.set(digest, entryOfContent(content));
  }
}

function entryOf(entries: ReadonlyMap<string, ListEntry>, { content }: Run): ListEntry {
  const entry = entries.get(content);
  if (!entry) throw new Error(`the content ${content} of a list entry was not loaded`);
  return entry;
}
