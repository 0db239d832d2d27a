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
}

export type Similarity = (query: number, listed: number) => number;

const joinedBySound = 0.95;
/** `binalshibh` is `bin al shibh`: three words at most are written as one. */
const mostJoined = 3;
/** Spellings of one sound differ by no more letters than this. */
const mostRespelled = 4;

const isInitial = ({ text, numeric }: NameToken) => text.length === 1 && !numeric;

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
  const pairs = [
    ...singlePairs(query.tokens, listed.tokens, style, similarity),
    ...joinedPairs(query.tokens, listed.tokens, false),
    ...joinedPairs(listed.tokens, query.tokens, true),
  ];
  const worth = (pair: AlignedWords) =>
    pair.similarity *
    (pair.query.reduce((sum, i) => sum + (query.weights[i] ?? 0), 0) +
      pair.listed.reduce((sum, j) => sum + (listed.weights[j] ?? 0), 0));
  const text = (pair: AlignedWords) => [
    pair.query.map((i) => query.tokens[i]?.text).join(),
    pair.listed.map((j) => listed.tokens[j]?.text).join(),
  ];
  // Ties are broken by the letters, never by the side or the place, so that neither changes what is paired.
  const ranked = pairs
    .map((pair) => ({ pair, worth: worth(pair), key: text(pair).sort().join(' ') }))
    .sort(
      (a, b) =>
        b.worth - a.worth ||
        b.pair.similarity - a.pair.similarity ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
  return disjoint(ranked.map(({ pair }) => pair));
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
      else if (style === 'PERSON' && standsForInitial(a, b))
        pairs.push({ query: [i], listed: [j], similarity: initialSimilarity, alignment: 'INITIAL' });
    }),
  );
  return pairs;
}

/** `J` stands for `Joachim`, not for another initial. */
export function standsForInitial(a: NameToken, b: NameToken): boolean {
  if (isInitial(a) === isInitial(b) || a.numeric || b.numeric) return false;
  return a.text.charCodeAt(0) === b.text.charCodeAt(0);
}

/** One word of `whole` that is two or three neighbours of `parts` written as one, or their initials. */
function joinedPairs(
  parts: readonly NameToken[],
  whole: readonly NameToken[],
  wholeIsQuery: boolean,
): AlignedWords[] {
  const pairs: AlignedWords[] = [];
  for (let from = 0; from < parts.length; from++) {
    for (let count = 2; count <= mostJoined && from + count <= parts.length; count++) {
      const run = parts.slice(from, from + count);
      const length = run.reduce((sum, { text }) => sum + text.length, 0);
      if (!whole.some(({ text }) => Math.abs(text.length - length) <= mostRespelled)) continue;
      const places = run.map((_, i) => from + i);
      const [text, key] = [joinedText(run), joinedKey(run)];
      const bySound = joinsBySound(run);
      whole.forEach((word, at) => {
        if (word.text !== text && !(bySound && word.key === key)) return;
        if (Math.abs(word.text.length - length) > mostRespelled) return;
        const similarity = word.text === text ? 1 : joinedBySound;
        const [query, listed] = wholeIsQuery ? [[at], places] : [places, [at]];
        pairs.push({ query, listed, similarity, alignment: 'JOINED' });
      });
    }
  }
  return pairs;
}
