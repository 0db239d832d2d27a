import { canonicalJson } from '../list/content.rules';
import type { ListsIndex } from '../list/listsIndex';
import type { ScreeningIndex } from '../screening/engine/screeningIndex';
import type { WordCounts } from '../screening/engine/wordBasis';
import { changedEntries, type EntriesInForce, entriesInForce } from './listState.rules';
import { scoringRules } from './screenCustomer';
import type { ListState, ScreeningJob } from './screeningState.record';
import type { ScreeningProgress, ScreeningStateStore } from './screeningState.store';

/** The lists in memory, and the index of their names, of one state. */
export interface ListsNow {
  readonly lists: ListsIndex;
  readonly screening: ScreeningIndex;
}

/** Words are counted anew, in a full run, where the number of names differs by this share and this number at least. */
const drift = { share: 0.2, names: 1_000 };

const namesIn = ({ PERSON, ORGANISATION }: WordCounts) => PERSON.names + ORGANISATION.names;

/** Tells if customers are screened against less, or other, than what is in force. */
export const isBehind = (done: ListState | null, { digest }: EntriesInForce): boolean =>
  done?.digest !== digest || done.rules !== scoringRules;

/**
 * Prepares the run that takes the customers to the state in memory: against what changed, or against all where nothing was
 * screened before, the rules are others, the lists have grown so that words weigh otherwise, or a full run is given up: some
 * customers are screened against its state. Can be repeated.
 */
export async function beginJob(
  store: ScreeningStateStore,
  { done, job }: ScreeningProgress,
  { lists, screening }: ListsNow,
  now: Date,
): Promise<ScreeningJob> {
  const force = entriesInForce(lists);
  const sequence = Math.max(done?.sequence ?? 0, job?.sequence ?? 0) + 1;
  await store.keepParts(force.parts);
  const isFull =
    job?.kind === 'FULL' || done?.rules !== scoringRules || (await hasDrifted(store, done, screening));
  if (isFull) await store.keepWords(sequence, screening.wordCounts());
  else await keepChanges(store, done, sequence, force);
  return {
    kind: isFull ? 'FULL' : 'DELTA',
    sequence,
    digest: force.digest,
    versions: force.versions,
    parts: force.parts.map(({ list, bucket, id }) => ({ list, bucket, id })),
    rules: scoringRules,
    wordsOf: isFull ? sequence : done.wordsOf,
    startedAt: now,
    after: null,
    customers: 0,
    scored: 0,
    alerts: 0,
  };
}

async function hasDrifted(
  store: ScreeningStateStore,
  { wordsOf }: ListState,
  { names }: ScreeningIndex,
): Promise<boolean> {
  const counted = namesIn(await store.words(wordsOf));
  const difference = Math.abs(names - counted);
  return difference >= drift.names && difference >= counted * drift.share;
}

/** Keeps the entries that differ with their content. Reads only the parts that one of the two states has. */
async function keepChanges(
  store: ScreeningStateStore,
  done: ListState,
  sequence: number,
  { parts, lists }: EntriesInForce,
): Promise<void> {
  const is = new Set(parts.map(({ list, id }) => `${list} ${id}`));
  const was = new Set(done.parts.map(({ list, id }) => `${list} ${id}`));
  const before = done.parts.filter(({ list, id }) => !is.has(`${list} ${id}`));
  const after = parts.filter(({ list, id }) => !was.has(`${list} ${id}`));
  const members = await store.parts([...new Set([...before, ...after].map(({ id }) => id))]);
  const withMembers = ({ list, id }: { readonly list: string; readonly id: string }) => ({
    list,
    members: members.get(id) ?? new Map<string, string>(),
  });
  const changes = changedEntries(before.map(withMembers), after.map(withMembers));
  await store.keepEntries(
    sequence,
    changes.map(({ list, entry, digestBefore, digest }) => {
      const inForce = lists.get(list)?.get(entry);
      if (digest !== null && !inForce) throw new Error(`the entry ${entry} of ${list} is missing in memory`);
      return { list, entry, digestBefore, digest, content: inForce ? canonicalJson(inForce.entry) : null };
    }),
  );
}
