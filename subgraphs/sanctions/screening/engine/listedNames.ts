import type { Steps } from '../../../../shared/batch/steps';
import type { ListAlias, ListBirth, ListEntry } from '../../list/listEntry';
import { JoinedIndexBuilder, type JoinedIndex } from './joinedIndex';
import { type NameStyle, type NameToken, nameWords } from './nameTokens';
import { listedForms } from './nameForms';
import { packPostings, PairList, type Postings } from './postings';
import { rarity } from './rarity';
import { baseWeight, styleOf } from './scoreNames';
import { type Vocabulary, VocabularyBuilder } from './vocabulary';
import type { WordBasis } from './wordBasis';

/** One name of one entry. */
export interface ListedName {
  readonly entry: number;
  readonly text: string;
  readonly letters: string;
  /** The list marks it weak: it confirms, and does not alert by itself. */
  readonly weak: boolean;
  /** The dates of birth that the list gives for this name only. */
  readonly births: readonly ListBirth[];
}

/** The names of one style, packed for screening. */
export interface ListedNames {
  readonly style: NameStyle;
  readonly names: readonly ListedName[];
  /** The words of name `n`: `wordIds[starts[n]]` up to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly wordIds: Int32Array;
  /** The weight of each word of the vocabulary in these names, with its rarity. */
  readonly wordWeights: Float32Array;
  /** The total weight of all words of a name. */
  readonly nameWeights: Float32Array;
  /** What the light words of a name weigh together (see NameToken). */
  readonly lightWeights: Float32Array;
  readonly namesWithWord: Postings;
  readonly joined: JoinedIndex;
  /** The first name of each entry. */
  readonly firstNames: ReadonlyMap<number, number>;
  /** The names by their letters, without spaces. */
  readonly byLetters: ReadonlyMap<string, readonly number[]>;
  /** The weight of a word that no listed name has. */
  readonly unseenRarity: number;
  /** What words weigh by, in place of these names themselves. */
  readonly basis: WordBasis | undefined;
}

export interface ListedNamesBySpelling {
  readonly vocabulary: Vocabulary;
  readonly byStyle: readonly ListedNames[];
}

/** Entries are cut so many in one step. */
const entriesAtATime = 50;

/** Cuts and packs every name of the entries, in steps. With a basis, words weigh by it, and not by these entries. */
export function* packingNames(
  entries: readonly ListEntry[],
  basis?: WordBasis,
): Steps<ListedNamesBySpelling> {
  const words = new VocabularyBuilder(basis !== undefined);
  const collected: Collected[] = [];
  for (const style of ['PERSON', 'ORGANISATION'] as const)
    collected.push(yield* collecting(entries, style, words));
  const vocabulary = yield* words.build();
  const byStyle: ListedNames[] = [];
  for (const names of collected) byStyle.push(yield* packing(names, vocabulary.tokens, basis));
  return { vocabulary, byStyle };
}

interface Collected {
  readonly style: NameStyle;
  readonly names: ListedName[];
  readonly starts: number[];
  readonly wordIds: number[];
  readonly joined: JoinedIndexBuilder;
}

function* collecting(
  entries: readonly ListEntry[],
  style: NameStyle,
  words: VocabularyBuilder,
): Steps<Collected> {
  const collected: Collected = {
    style,
    names: [],
    starts: [0],
    wordIds: [],
    joined: new JoinedIndexBuilder(),
  };
  for (const [at, entry] of entries.entries()) {
    if (at % entriesAtATime === 0) yield;
    // Of an unknown kind, it may be a person or not: its names are compared as both.
    if (entry.kind !== 'UNKNOWN' && styleOf(entry.kind) !== style) continue;
    const main: Pick<ListAlias, 'name' | 'strength' | 'births'> = { name: entry.name, strength: 'STRONG' };
    for (const { name, strength, births = [] } of [main, ...entry.aliases]) {
      for (const form of listedForms(name)) {
        const { tokens, letters } = nameWords(form.name);
        if (tokens.length === 0) continue;
        const weak = strength === 'WEAK' || form.isWeak;
        collected.joined.add(collected.names.length, tokens);
        collected.names.push({ entry: at, text: name, letters, weak, births });
        for (const token of tokens) collected.wordIds.push(words.add(token));
        collected.starts.push(collected.wordIds.length);
      }
    }
  }
  return collected;
}

function* packing(
  { style, names, starts, wordIds, joined }: Collected,
  tokens: readonly NameToken[],
  basis: WordBasis | undefined,
): Steps<ListedNames> {
  const pairs = new PairList();
  names.forEach((_, name) => {
    for (let at = starts[name] ?? 0; at < (starts[name + 1] ?? 0); at++) pairs.add(wordIds[at] ?? 0, name);
  });
  yield;
  const namesWithWord = packPostings(tokens.length, pairs);
  yield;
  const wordWeights = Float32Array.from(tokens, (token, id) => {
    const held = (namesWithWord.starts[id + 1] ?? 0) - (namesWithWord.starts[id] ?? 0);
    return baseWeight(token, style) * (basis?.rarityOf(token, style) ?? rarity(held, names.length));
  });
  const sumOf = (counts: (id: number) => boolean) =>
    Float32Array.from(names, (_, name) => {
      let sum = 0;
      for (let at = starts[name] ?? 0; at < (starts[name + 1] ?? 0); at++) {
        const id = wordIds[at] ?? 0;
        if (counts(id)) sum += wordWeights[id] ?? 0;
      }
      return sum;
    });
  yield;
  const nameWeights = sumOf(() => true);
  yield;
  const lightWeights = sumOf((id) => tokens[id]?.light === true);
  yield;
  const joinedNames = joined.build();
  yield;
  return {
    style,
    names,
    starts: Int32Array.from(starts),
    wordIds: Int32Array.from(wordIds),
    wordWeights,
    nameWeights,
    lightWeights,
    namesWithWord,
    joined: joinedNames,
    firstNames: new Map(names.map(({ entry }, name) => [entry, name] as const).reverse()),
    byLetters: lettersOf(names),
    unseenRarity: rarity(1, names.length),
    basis,
  };
}

function lettersOf(names: readonly ListedName[]): ReadonlyMap<string, readonly number[]> {
  const byLetters = new Map<string, number[]>();
  names.forEach(({ letters }, name) => {
    const same = byLetters.get(letters);
    if (same) same.push(name);
    else byLetters.set(letters, [name]);
  });
  return byLetters;
}
