import { LRUCache } from 'lru-cache';
import { runInTurns, type Steps } from '../../../shared/batch/steps';
import type { ListsIndex } from '../list/listsIndex';
import { type ChosenVersions, chooseVersions, entriesIn, type ScreeningScope } from './chosenVersions.rules';
import { buildingScreeningIndex, type ScreeningIndex } from './engine/screeningIndex';

/** The number of indices that are kept, some 60 MB each: a past version is usually screened against more than once. */
const maxKept = 2;

/** Screening indices of past versions and of some of the lists, made when they are asked for. */
export interface ScopedScreening {
  /** Throws UNKNOWN_LIST and BAD_USER_INPUT. Cost where it is not kept: about a second of work for 36,000 names. */
  indexOf(lists: ListsIndex, scope: ScreeningScope): Promise<ScreeningIndex>;
}

export function scopedScreening(): ScopedScreening {
  const indices = new LRUCache<string, Promise<ScreeningIndex>>({ max: maxKept });
  let state: ListsIndex | undefined;
  // One is made at a time: others would only make it take longer.
  let last: Promise<unknown> = Promise.resolve();
  return {
    async indexOf(lists, scope) {
      const chosen = chooseVersions(lists, scope);
      if (lists !== state) indices.clear();
      state = lists;
      const key = [...chosen.versions.map(({ version }) => version._id), chosen.hasCases].join('\n');
      const known = indices.get(key);
      if (known) return known;
      const made = last.then(() => runInTurns(buildingIndex(lists, chosen)));
      indices.set(key, made);
      last = made.catch(() => indices.delete(key));
      return made;
    },
  };
}

function* buildingIndex(
  { caseEntries }: ListsIndex,
  { versions, hasCases }: ChosenVersions,
): Steps<ScreeningIndex> {
  const entries = hasCases ? [...caseEntries] : [];
  for (const chosen of versions) {
    for (const entry of entriesIn(chosen)) entries.push(entry);
    yield;
  }
  return yield* buildingScreeningIndex(
    entries,
    versions.map(({ version }) => version),
  );
}
