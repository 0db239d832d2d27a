import { LRUCache } from 'lru-cache';
import type { Steps } from '../../../../shared/batch/steps';
import { deletionIndex, type DeletionIndex } from './deletionIndex';
import type { NameToken } from './nameTokens';
import { wordIdentity } from './wordBasis';
import { isInitialOf } from './alignNames';
import { editLimit, slips, wordSimilarity } from './wordSimilarity';

/** Every distinct word of the listed names. */
export interface Vocabulary {
  readonly tokens: readonly NameToken[];
  idOf(token: NameToken): number | undefined;
  /** All words that are alike to one, with how alike; nothing that is alike is missed. */
  alike(token: NameToken): ReadonlyMap<number, number>;
  /** The words whose only letter it begins with; for an initial: none, as too many begin with it. */
  initialsOf(token: NameToken): readonly number[];
  /** The words of these very letters, whatever their script. */
  withText(text: string): readonly number[];
  /** The words of this very sound. */
  withKey(key: string): readonly number[];
}

/** Words of the names that are asked come again: some 20 MB. */
const maxRemembered = 20_000;

/**
 * Words of the same letters are told apart by how they are read, where exact: else the first that is met stands for all, and
 * what is alike to it depends on the other names.
 */
const exactIdentity = (token: NameToken) =>
  `${wordIdentity(token)} ${token.reading ?? ''} ${token.skeletons.join()}`;

/** Collects the words of names, each once. */
export class VocabularyBuilder {
  readonly tokens: NameToken[] = [];
  private readonly ids = new Map<string, number>();
  private readonly identity: (token: NameToken) => string;

  constructor(isExact = false) {
    this.identity = isExact ? exactIdentity : wordIdentity;
  }

  add(token: NameToken): number {
    const text = this.identity(token);
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.tokens.length);
    return this.tokens.push(token) - 1;
  }

  *build(): Steps<Vocabulary> {
    const { tokens, ids, identity } = this;
    const byText = grouped(tokens, ({ text }) => [text]);
    yield;
    const byKey = grouped(tokens, ({ key }) => [key]);
    yield;
    const byGroup = grouped(tokens, ({ variants, nicknames }) => [
      ...variants.map((n) => n * 2),
      ...nicknames.map((n) => n * 2 + 1),
    ]);
    yield;
    const byConsonants = grouped(tokens, ({ consonants, vowelless }) => (vowelless ? [] : [consonants]));
    yield;
    const bySkeleton = grouped(tokens, ({ skeletons }) => skeletons);
    yield;
    const initials = grouped(tokens, ({ text }) => (text.length === 1 ? [text] : []));
    const seen = { by: new Int32Array(tokens.length), look: 0 };
    const remembered = new LRUCache<string, ReadonlyMap<number, number>>({ max: maxRemembered });
    const edits = yield* deletionIndex(
      tokens.map(({ key }) => key),
      editLimit,
    );
    const typed = yield* deletionIndex(
      tokens.map(({ text }) => text),
      () => slips,
    );
    return {
      tokens,
      idOf: (token) => ids.get(identity(token)),
      alike: (token) => {
        const word = exactIdentity(token);
        const known = remembered.get(word);
        if (known) return known;
        const places = [
          byKey.get(token.key),
          ...(token.skeletons.length > 0
            ? token.skeletons.flatMap((reading) => [byConsonants.get(reading), bySkeleton.get(reading)])
            : [bySkeleton.get(token.consonants)]),
          ...token.variants.map((n) => byGroup.get(n * 2)),
          ...token.nicknames.map((n) => byGroup.get(n * 2 + 1)),
        ];
        const alike = alikeAmong(token, { tokens, edits, typed, seen }, places);
        remembered.set(word, alike);
        return alike;
      },
      initialsOf: (token) =>
        (initials.get(token.text.charAt(0)) ?? []).filter(
          (id) => tokens[id] && isInitialOf(token, tokens[id]),
        ),
      withText: (text) => byText.get(text) ?? [],
      withKey: (key) => byKey.get(key) ?? [],
    };
  }
}

interface Looking {
  readonly tokens: readonly NameToken[];
  readonly edits: DeletionIndex;
  readonly typed: DeletionIndex;
  /**
   * The words that were compared in this search. Made once, as a set would be made for every word of every
   * query.
   */
  readonly seen: { readonly by: Int32Array; look: number };
}

function alikeAmong(
  token: NameToken,
  { tokens, edits, typed, seen }: Looking,
  places: readonly (readonly number[] | undefined)[],
): Map<number, number> {
  const alike = new Map<number, number>();
  const look = ++seen.look;
  const compare = (id: number) => {
    if (seen.by[id] === look) return;
    seen.by[id] = look;
    const similarity = wordSimilarity(token, tokens[id] as NameToken);
    if (similarity > 0) alike.set(id, similarity);
  };
  for (const ids of places) ids?.forEach(compare);
  edits.near(token.key, compare);
  typed.near(token.text, compare);
  return alike;
}

function grouped<Key>(
  tokens: readonly NameToken[],
  keysOf: (token: NameToken) => readonly Key[],
  idOf: (token: NameToken, at: number) => number = (_, at) => at,
): ReadonlyMap<Key, readonly number[]> {
  const groups = new Map<Key, number[]>();
  tokens.forEach((token, at) => {
    for (const key of keysOf(token)) {
      const group = groups.get(key);
      if (group) group.push(idOf(token, at));
      else groups.set(key, [idOf(token, at)]);
    }
  });
  return groups;
}
