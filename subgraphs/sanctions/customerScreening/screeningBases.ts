import { runInTurns } from '../../../shared/batch/steps';
import { entryOfContent } from '../list/content.rules';
import type { ListEntry } from '../list/listEntry';
import type { ListsIndex } from '../list/listsIndex';
import { buildingScreeningIndex, type ScreeningIndex } from '../screening/engine/screeningIndex';
import { type WordBasis, wordBasis } from '../screening/engine/wordBasis';
import { entriesInForce } from './listState.rules';
import type { ChangedEntryRecord } from './screeningState.record';
import type { ScreeningStateStore } from './screeningState.store';

/** The indices that customers are screened by. One of each kind is kept; about a second of work for 36,000 names. */
export interface ScreeningBases {
  /** Of all entries in memory. */
  whole(lists: ListsIndex, wordsOf: number): Promise<ScreeningIndex>;
  /** Of the entries that a run screens against, as they are after it. */
  changed(sequence: number, wordsOf: number, entries: readonly ChangedEntryRecord[]): Promise<ScreeningIndex>;
}

export function screeningBases(store: Pick<ScreeningStateStore, 'words'>): ScreeningBases {
  const kept = new Map<string, { readonly key: string; readonly made: Promise<ScreeningIndex> }>();
  let basis: { readonly wordsOf: number; readonly made: Promise<WordBasis> } | undefined;
  const basisOf = (wordsOf: number) => {
    if (basis?.wordsOf !== wordsOf) basis = { wordsOf, made: store.words(wordsOf).then(wordBasis) };
    return basis.made;
  };
  const keep = (kind: string, key: string, make: () => Promise<ScreeningIndex>) => {
    const known = kept.get(kind);
    if (known?.key === key) return known.made;
    const made = make();
    kept.set(kind, { key, made });
    made.catch(() => kept.delete(kind));
    return made;
  };
  const indexOf = async (entries: readonly ListEntry[], wordsOf: number) =>
    runInTurns(buildingScreeningIndex(entries, [], await basisOf(wordsOf)));
  return {
    whole: (lists, wordsOf) =>
      keep('whole', `${wordsOf} ${entriesInForce(lists).digest}`, () =>
        indexOf([...lists.entries, ...lists.caseEntries], wordsOf),
      ),
    changed: (sequence, wordsOf, entries) =>
      keep('changed', `${wordsOf} ${sequence}`, () =>
        indexOf(
          entries.flatMap(({ content }) => (content ? [entryOfContent(content)] : [])),
          wordsOf,
        ),
      ),
  };
}
