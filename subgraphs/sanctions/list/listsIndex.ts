import { runAtOnce, type Steps } from '../../../shared/batch/steps';
import { foldedWords } from '../vocabulary/foldName';
import { identifierForms } from '../vocabulary/identifierForms';
import { designationsIn, designationsOf, type ListDesignation } from './listDesignation.rules';
import { linksOfEntries, type ListRelationship } from './listRelationship.rules';
import { type ListedEntry, listedEntries, newestOf, type OneList } from './listedActor';
import type { ListEntry, ListIdentifier } from './listEntry';
import type { ListVersionRecord } from './listVersion.record';
import { type ListStake, stakesOfEntries } from './listStake.rules';
import { prefixIndex } from './prefixIndex';

/** All lists, indexed: one moment's state, never changed. A new version makes a new one, and it is swapped whole. */
export interface ListsIndex {
  /** Every list with its versions. */
  readonly lists: readonly OneList[];
  /** The versions in force, one a list, by list. */
  readonly versions: readonly ListVersionRecord[];
  /** The entries of the versions in force that designate, or designated, somebody. */
  readonly entries: readonly ListEntry[];
  /** The actors of the loaded cases, in the form of entries, under the list `case`. */
  readonly caseEntries: readonly ListEntry[];
  /** Every actor that is or was on a list, sorted. */
  readonly actorIds: readonly string[];
  /**
   * Returns the entries of an actor in the lists: the list in force first. Empty where no list ever had it.
   */
  entriesOf(actorId: string): readonly ListedEntry[];
  designations(actorId: string): readonly ListDesignation[];
  /** The designations that list or listed a wallet, by its match key; each over the time that it listed it. */
  listings(matchKey: string): readonly ListDesignation[];
  /** Returns the relationships of an actor in list data, in both directions. */
  relationships(actorId: string): readonly ListRelationship[];
  /** The shares of an actor that list data says others own. */
  stakes(ownedId: string): readonly ListStake[];
  /** The actors that are or were designated under a programme. */
  actorsUnder(programme: string): ReadonlySet<string>;
  /** The actors with a name that has a word with each of these beginnings. */
  actorsNamed(beginnings: readonly string[]): ReadonlySet<string>;
  /** The identifiers of actors that are or were on a list, by their plain forms (`identifierForms`). */
  identifiers(plain: string): readonly ListedIdentifier[];
}

/** An identifier that a list gives an actor: in the version in force, or in the last one that had the entry. */
export interface ListedIdentifier {
  readonly actorId: string;
  readonly identifier: ListIdentifier;
}

/** Builds the index. Cost: one walk over the entries; what is asked seldom is built when it is first asked. */
export const indexLists = (lists: readonly OneList[], caseEntries: readonly ListEntry[] = []): ListsIndex =>
  runAtOnce(indexingLists(lists, caseEntries));

/** Builds the index in steps. */
export function* indexingLists(
  lists: readonly OneList[],
  caseEntries: readonly ListEntry[],
): Steps<ListsIndex> {
  const listed = lists.flatMap(listedEntries);
  yield;
  const byActor = groupByActor(listed);
  yield;
  const links = linksOfEntries(listed, (id) => byActor.has(id));
  yield;
  const stakes = once(() => stakesOfEntries(listed, (id) => byActor.has(id)));
  const wallets = indexWallets(listed);
  yield;
  const words = once(() =>
    prefixIndex(
      listed.map(({ entry }) => [
        entry.actorId,
        foldedWords([entry.name, ...entry.aliases.map(({ name }) => name)].join(' ')),
      ]),
    ),
  );
  const programmes = once(() => indexProgrammes(listed));
  const identifiers = once(() => indexIdentifiers(listed));
  const none: readonly never[] = [];
  return {
    lists,
    versions: lists.map(newestOf).sort((a, b) => (a.list < b.list ? -1 : 1)),
    entries: listed
      .filter(({ entry, current }) => current && designationsIn(entry).length > 0)
      .map(({ entry }) => entry),
    caseEntries,
    actorIds: [...byActor.keys()].sort(),
    entriesOf: (actorId) => byActor.get(actorId) ?? none,
    designations: (actorId) =>
      (byActor.get(actorId) ?? none).flatMap(({ of, runs }) =>
        designationsOf(of.versions, runs, (run) => of.entryOf(run)),
      ),
    listings: (matchKey) => wallets.get(matchKey) ?? none,
    relationships: (actorId) => links.get(actorId) ?? none,
    stakes: (ownedId) => stakes().get(ownedId) ?? none,
    actorsUnder: (programme) => programmes().get(programme) ?? new Set(),
    actorsNamed: (beginnings) => words().find(beginnings),
    identifiers: (plain) => identifiers().get(plain) ?? none,
  };
}

/** The SDN list first: what it says of an actor is what blocks it. */
const rank = (list: string) => (list === 'ofac-sdn' ? 0 : 1);

function groupByActor(listed: readonly ListedEntry[]): Map<string, ListedEntry[]> {
  const byActor = new Map<string, ListedEntry[]>();
  for (const one of listed) {
    const same = byActor.get(one.entry.actorId);
    if (same) same.push(one);
    else byActor.set(one.entry.actorId, [one]);
  }
  for (const same of byActor.values()) {
    if (same.length > 1)
      same.sort((a, b) => Number(b.current) - Number(a.current) || rank(a.entry.list) - rank(b.entry.list));
  }
  return byActor;
}

/** Over the whole history: a wallet that was taken off the list has a listing that ended. */
function indexWallets(listed: readonly ListedEntry[]): Map<string, ListDesignation[]> {
  const wallets = new Map<string, ListDesignation[]>();
  for (const { of, runs } of listed) {
    const keys = new Set(runs.flatMap((run) => of.entryOf(run).wallets.map(({ matchKey }) => matchKey)));
    for (const key of keys) {
      const listing = runs.filter((run) => of.entryOf(run).wallets.some(({ matchKey }) => matchKey === key));
      const designations = designationsOf(of.versions, listing, (run) => of.entryOf(run));
      wallets.set(key, [...(wallets.get(key) ?? []), ...designations]);
    }
  }
  return wallets;
}

function indexProgrammes(listed: readonly ListedEntry[]): Map<string, Set<string>> {
  const programmes = new Map<string, Set<string>>();
  for (const { of, runs, entry } of listed) {
    for (const run of runs) {
      for (const programme of of.entryOf(run).programmes) {
        const actors = programmes.get(programme) ?? new Set();
        programmes.set(programme, actors.add(entry.actorId));
      }
    }
  }
  return programmes;
}

function indexIdentifiers(listed: readonly ListedEntry[]): Map<string, ListedIdentifier[]> {
  const byPlain = new Map<string, ListedIdentifier[]>();
  for (const { entry } of listed) {
    for (const identifier of entry.identifiers) {
      for (const form of identifierForms(identifier.value)) {
        const known = byPlain.get(form);
        if (known) known.push({ actorId: entry.actorId, identifier });
        else byPlain.set(form, [{ actorId: entry.actorId, identifier }]);
      }
    }
  }
  return byPlain;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
