import { type Page, type PageArguments, pageOfAll } from '../../../shared/pagination/page';
import type { ListsIndex } from '../list/listsIndex';
import { packPrefix } from '../vocabulary/packPrefix';
import { type ActorFacts, actorOf } from './actorFacts';
import type { ActorRecord } from './actor.record';
import type { ActorQuery, ActorStore } from './actor.store';
import { foldedWords } from '../vocabulary/foldName';

/** Every actor that lists or cases know, in one state of both. */
export interface ActorDirectory {
  /** Returns the actors that exist. */
  byIds(ids: readonly string[]): Promise<ActorFacts[]>;
  /** Sorted by id; the count is of all that fit. */
  page(query: ActorQuery, page: PageArguments): Promise<Page<ActorFacts>>;
}

export interface ActorSources {
  readonly lists: ListsIndex;
  /** The actors of cases, by id. */
  readonly cases: ReadonlyMap<string, ActorRecord>;
  /** Has the actors that only an ActorPack or a label names, too. */
  readonly store: ActorStore;
}

export function actorDirectory({ lists, cases, store }: ActorSources): ActorDirectory {
  async function byIds(ids: readonly string[]): Promise<ActorFacts[]> {
    const elsewhere = ids.filter((id) => isElsewhere(id, lists, cases));
    const stored = elsewhere.length === 0 ? [] : await store.byIds(elsewhere);
    const others = new Map(stored.map((actor) => [actor._id, actor]));
    return ids.flatMap((id) => actorOf(id, lists.entriesOf(id), others.get(id) ?? cases.get(id)) ?? []);
  }
  return {
    byIds,
    async page(query, page) {
      const found = new Set([...listedNamed(lists, query.search), ...(await store.idsNamed(query.search))]);
      const ids = [...found].filter((id) => isAmong(id, query.among)).sort();
      const { rows, ...rest } = pageOfAll(ids, (id) => id, page);
      const actors = new Map((await byIds(rows)).map((actor) => [actor._id, actor]));
      return { ...rest, rows: rows.flatMap((id) => actors.get(id) ?? []) };
    },
  };
}

/**
 * Tells if the store may have more of an actor than lists and cases in memory. An import of an ActorPack
 * changes the actors of packs, also those of a case. A label adds nothing to an actor that is on a list.
 */
function isElsewhere(id: string, lists: ListsIndex, cases: ActorSources['cases']): boolean {
  if (id.startsWith(packPrefix)) return true;
  return !cases.has(id) && lists.entriesOf(id).length === 0;
}

function listedNamed(lists: ListsIndex, search: string | null): Iterable<string> {
  const words = search === null ? [] : foldedWords(search);
  return words.length === 0 ? lists.actorIds : lists.actorsNamed(words);
}

const isAmong = (id: string, among: ActorQuery['among']) =>
  among.every(({ ids, excluded }) => ids.has(id) !== excluded);
