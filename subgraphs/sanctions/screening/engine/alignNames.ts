import type { NameStyle, NameToken } from './nameTokens';
import {
  initialSimilarity,
  joinedKey,
  joinedText,
  joinsBySound,
  wordAlignment,
  type WordAlignment,
} from './wordSimilarity';

/** A word, or words written as one, of each name, and how alike they are. */
export interface AlignedWords {
  readonly query: readonly number[];
  readonly listed: readonly number[];
  readonly similarity: number;
  readonly alignment: WordAlignment;
}

/** One side of a comparison: its words and what each weighs. */
export interface WeighedName {
  /** See NameWords. */
  readonly letters: string;
  readonly tokens: readonly NameToken[];
  readonly weights: readonly number[];
  /** A line in which a name may stand: its other words are no part of the name. */
  readonly isText?: boolean;
}

export type Similarity = (query: number, listed: number) => number;

const joinedBySound = 0.95;
/** `binalshibh` is `bin al shibh`: three words at most are written as one. */
const maxJoined = 3;
/** Spellings of one sound differ by no more letters than this. */
const maxRespelled = 4;

export const isInitial = ({ text, numeric }: NameToken) => text.length === 1 && !numeric;

/**
 * Pairs the words of two names, the best pair first, each word once. Their order in the name counts for
 * nothing, but words that are written as one are side by side.
 */
export function alignNames(
  query: WeighedName,
  listed: WeighedName,
  style: NameStyle,
  similarity: Similarity,
): AlignedWords[] {
  const single = singlePairs(query.tokens, listed.tokens, style, similarity);
  const exact = { query: new Set<number>(), listed: new Set<number>() };
  for (const pair of single) {
    if (pair.similarity < 1) continue;
    exact.query.add(pair.query[0] ?? -1);
    exact.listed.add(pair.listed[0] ?? -1);
  }
  const pairs = [
    ...single,
    ...joinedPairs(
      { name: query.tokens, exact: exact.query },
      { name: listed.tokens, exact: exact.listed },
      false,
    ),
    ...joinedPairs(
      { name: listed.tokens, exact: exact.listed },
      { name: query.tokens, exact: exact.query },
      true,
    ),
  ];
  const worth = (pair: AlignedWords) =>
    pair.similarity * (weightAt(query.weights, pair.query) + weightAt(listed.weights, pair.listed));
  // Ties are broken by the letters, never by the side or the place, so that neither changes what is paired.
  const letters = ({ query: i, listed: j }: AlignedWords) =>
    [i.map((at) => query.tokens[at]?.text).join(), j.map((at) => listed.tokens[at]?.text).join()]
      .sort()
      .join(' ');
  const ranked = pairs
    .map((pair) => ({ pair, worth: worth(pair) }))
    .sort(
      (a, b) =>
        b.worth - a.worth ||
        b.pair.similarity - a.pair.similarity ||
        compareTexts(letters(a.pair), letters(b.pair)),
    );
  return disjoint(ranked.map(({ pair }) => pair));
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function weightAt(weights: readonly number[], places: readonly number[]): number {
  let sum = 0;
  for (const at of places) sum += weights[at] ?? 0;
  return sum;
}

function disjoint(ranked: readonly AlignedWords[]): AlignedWords[] {
  const [usedQuery, usedListed] = [new Set<number>(), new Set<number>()];
  return ranked.filter(({ query, listed }) => {
    if (query.some((i) => usedQuery.has(i)) || listed.some((j) => usedListed.has(j))) return false;
    for (const i of query) usedQuery.add(i);
    for (const j of listed) usedListed.add(j);
    return true;
  });
}

function singlePairs(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  style: NameStyle,
  similarity: Similarity,
): AlignedWords[] {
  const pairs: AlignedWords[] = [];
  query.forEach((a, i) =>
    listed.forEach((b, j) => {
      const alike = similarity(i, j);
      if (alike > 0)
        pairs.push({ query: [i], listed: [j], similarity: alike, alignment: wordAlignment(a, b) });
      else if (style === 'PERSON' && isInitialOf(a, b))
        pairs.push({ query: [i], listed: [j], similarity: initialSimilarity, alignment: 'INITIAL' });
    }),
  );
  return pairs;
}

/** `J` stands for `Joachim`, not for another initial. */
export function isInitialOf(a: NameToken, b: NameToken): boolean {
  if (isInitial(a) === isInitial(b) || a.numeric || b.numeric) return false;
  return a.text.charCodeAt(0) === b.text.charCodeAt(0);
}

/** The words of a name, and the places of those that stand in the other name by themselves. */
interface Words {
  readonly name: readonly NameToken[];
  readonly exact: ReadonlySet<number>;
}

/** One word of `whole` that is two or three neighbours of `parts` written as one, or their initials. */
function joinedPairs(parts: Words, whole: Words, wholeIsQuery: boolean): AlignedWords[] {
  const pairs: AlignedWords[] = [];
  const wholes = whole.name.map((word, at) => ({ word, at })).filter(({ at }) => !whole.exact.has(at));
  if (wholes.length === 0) return pairs;
  for (let from = 0; from < parts.name.length; from++) {
    let length = parts.name[from]?.text.length ?? 0;
    let isExact = parts.exact.has(from);
    for (let count = 2; count <= maxJoined && from + count <= parts.name.length; count++) {
      length += parts.name[from + count - 1]?.text.length ?? 0;
      isExact &&= parts.exact.has(from + count - 1);
      if (isExact || !wholes.some(({ word }) => Math.abs(word.text.length - length) <= maxRespelled))
        continue;
      const run = parts.name.slice(from, from + count);
      const places = run.map((_, i) => from + i);
      const text = joinedText(run);
      const key = joinsBySound(run) ? joinedKey(run) : undefined;
      for (const { word, at } of wholes) {
        if (word.text !== text && word.key !== key) continue;
        if (Math.abs(word.text.length - length) > maxRespelled) continue;
        const similarity = word.text === text ? 1 : joinedBySound;
        const [query, listed] = wholeIsQuery ? [[at], places] : [places, [at]];
        pairs.push({ query, listed, similarity, alignment: 'JOINED' });
      }
    }
  }
  return pairs;
}
