import { type Page, type PageArguments, pageOfAll } from '../../../shared/pagination/page';
import type { ListsIndex } from '../list/listsIndex';
import { type ActorFacts, actorOf } from './actorFacts';
import type { ActorQuery, ActorStore } from './actor.store';
import { foldedWords } from '../vocabulary/foldName';

/** Every actor that lists or cases know, in one state of the lists. */
export interface ActorDirectory {
  /** Those that there are. */
  byIds(ids: readonly string[]): Promise<ActorFacts[]>;
  /** Sorted by id; the count is of all that fit. */
  page(query: ActorQuery, page: PageArguments): Promise<Page<ActorFacts>>;
}

export function actorDirectory(lists: ListsIndex, cases: ActorStore): ActorDirectory {
  async function byIds(ids: readonly string[]): Promise<ActorFacts[]> {
    const stored = new Map((await cases.byIds(ids)).map((actor) => [actor._id, actor]));
    return ids.flatMap((id) => actorOf(id, lists.entriesOf(id), stored.get(id)) ?? []);
  }
  return {
    byIds,
    async page(query, page) {
      const found = new Set([...listedNamed(lists, query.search), ...(await cases.idsNamed(query.search))]);
      const ids = [...found].filter((id) => isAmong(id, query.among)).sort();
      const { rows, ...rest } = pageOfAll(ids, (id) => id, page);
      const actors = new Map((await byIds(rows)).map((actor) => [actor._id, actor]));
      return { ...rest, rows: rows.flatMap((id) => actors.get(id) ?? []) };
    },
  };
}

function listedNamed(lists: ListsIndex, search: string | null): Iterable<string> {
  const words = search === null ? [] : foldedWords(search);
  return words.length === 0 ? lists.actorIds : lists.actorsNamed(words);
}

const isAmong = (id: string, among: ActorQuery['among']) =>
  among.every(({ ids, excluded }) => ids.has(id) !== excluded);
