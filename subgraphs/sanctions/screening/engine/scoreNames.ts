import { alignNames, type AlignedWords, type Similarity, type WeighedName } from './alignNames';
import { type NameStyle, type NameToken, type NameWords } from './nameTokens';
import { wordSimilarity } from './wordSimilarity';

/** The similarity of two names, with the reasons. */
export interface NameScore {
  /** 0 to 1. */
  readonly score: number;
  readonly aligned: readonly AlignedWords[];
  /** Places of words that nothing stands against. */
  readonly queryAlone: readonly number[];
  readonly listedAlone: readonly number[];
}

/**
 * The cost of a word that stands against another, as a share of a pair of equal words. In `Kim Song Min` and
 * `Kim Song Chol`, `Min` and `Chol` speak against each other.
 */
const conflictCost = 1.7;
/**
 * The cost of a word too many. People leave out fathers and middle names; organisations seldom omit a part of
 * theirs.
 */
const extraCost: Readonly<Record<NameStyle, number>> = { PERSON: 0.2, ORGANISATION: 0.75 };
/** A person is not found by one name of several. */
export const loneNameFactor = 0.6;

export const styleOf = (kind: string): NameStyle => (kind === 'PERSON' ? 'PERSON' : 'ORGANISATION');

/** Returns the weight of each word in a name of this style; `rarity` multiplies words that are names. */
export function weigh(
  words: NameWords,
  style: NameStyle,
  rarity: (token: NameToken) => number = () => 1,
): WeighedName {
  return {
    letters: words.letters,
    tokens: words.tokens,
    weights: words.tokens.map((token) => baseWeight(token, style) * rarity(token)),
  };
}

export const baseWeight = (token: NameToken, style: NameStyle): number =>
  style === 'PERSON' ? token.personWeight : token.organisationWeight;

/** The score of matched weight against what differs; shared with the index, whose bound must never be lower. */
export function scoreOf(
  matched: number,
  deficit: number,
  aloneQuery: number,
  aloneListed: number,
  style: NameStyle,
): number {
  if (matched <= 0) return 0;
  const conflict = Math.min(aloneQuery, aloneListed);
  const extra = Math.abs(aloneQuery - aloneListed);
  return matched / (matched + deficit + conflictCost * conflict + extraCost[style] * extra);
}

/** Compares two names by their words. */
export function scoreNames(
  query: WeighedName,
  listed: WeighedName,
  style: NameStyle,
  similarity: Similarity = (i, j) => similarityAt(query, listed, i, j),
): NameScore {
  const aligned = alignNames(query, listed, style, similarity);
  const sum = (weights: readonly number[], places: readonly number[]) =>
    places.reduce((total, at) => total + (weights[at] ?? 0), 0);
  let [matched, deficit, names] = [0, 0, 0];
  for (const pair of aligned) {
    const weight = (sum(query.weights, pair.query) + sum(listed.weights, pair.listed)) / 2;
    matched += weight * pair.similarity;
    deficit += weight * (1 - pair.similarity);
    if (pair.alignment !== 'INITIAL') names += countNames(query, pair.query, listed, pair.listed);
  }
  const alone = (name: WeighedName, used: ReadonlySet<number>) =>
    name.tokens.map((_, at) => at).filter((at) => !used.has(at));
  const queryAlone = alone(query, new Set(aligned.flatMap((pair) => pair.query)));
  const listedAlone = alone(listed, new Set(aligned.flatMap((pair) => pair.listed)));
  const [aloneQuery, aloneListed] = [sum(query.weights, queryAlone), sum(listed.weights, listedAlone)];
  const told = { aligned, queryAlone, listedAlone };
  const raw = scoreOf(matched, deficit, aloneQuery, aloneListed, style);
  const whole = sameLetters(query.letters, listed.letters) ? spacedOtherwise : 0;
  if (names === 0) return { score: Math.max(whole, isItself(aligned, told) ? raw : 0), ...told };
  const lone = style === 'PERSON' && names < 2 && Math.max(aloneQuery, aloneListed) >= nameWeight;
  return { score: Math.max(whole, lone ? raw * loneNameFactor : raw), ...told };
}

/**
 * Tells if a name of only initials, titles and particles meets itself: `J` is no evidence of `Jong`, nor `J
 * M` of `Jong Min`.
 */
const isItself = (
  aligned: readonly AlignedWords[],
  { queryAlone, listedAlone }: Pick<NameScore, 'queryAlone' | 'listedAlone'>,
) =>
  queryAlone.length + listedAlone.length === 0 && aligned.every(({ alignment }) => alignment !== 'INITIAL');

/** The same letters with other spaces: `A-Laqsa` for `Al-Aqsa`. */
const spacedOtherwise = 0.97;
const leastLetters = 4;
export const sameLetters = (a: string, b: string) => a.length >= leastLetters && a === b;

/** From this weight on a word is a name, and not a title, particle or initial. */
export const nameWeight = 0.45;

/** Counts the names in a pair: words that weigh as names, on the side that writes more of them. */
function countNames(
  query: WeighedName,
  left: readonly number[],
  listed: WeighedName,
  right: readonly number[],
): number {
  const names = (weights: readonly number[], places: readonly number[]) =>
    places.filter((at) => (weights[at] ?? 0) >= nameWeight).length;
  return Math.max(names(query.weights, left), names(listed.weights, right));
}

function similarityAt(query: WeighedName, listed: WeighedName, i: number, j: number): number {
  const [a, b] = [query.tokens[i], listed.tokens[j]];
  return a && b ? wordSimilarity(a, b) : 0;
}
