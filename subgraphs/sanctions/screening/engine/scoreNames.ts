import { alignNames, type AlignedWords, isInitial, type Similarity, type WeighedName } from './alignNames';
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

/** From this weight on a word is a name, and not a title, particle or initial. */
export const nameWeight = 0.45;

/**
 * The cost of a word that stands against another, as a share of a pair of equal words. In `Kim Song Min` and
 * `Kim Song Chol`, `Min` and `Chol` speak against each other.
 */
const conflictCost = 1.7;
/**
 * The cost of a word too many. People omit fathers and middle names; organisations omit some of their words, most often a
 * legal form, a kind of business or a place (light words). A name in Han or Hangul is always written whole.
 */
export interface ExtraCosts {
  readonly word: number;
  readonly light: number;
}
const extraCosts: Readonly<Record<NameStyle, ExtraCosts>> = {
  PERSON: { word: 0.2, light: 0.2 },
  ORGANISATION: { word: 0.35, light: 0.22 },
};
const extraCostsOfReading: ExtraCosts = { word: 0.6, light: 0.6 };
/** One name with initials, such as `Khan, I.`, leaves other names out more often than not. */
const extraCostsOfInitials: ExtraCosts = { word: 0.1, light: 0.1 };

/** Returns the costs for the name that is asked about. */
export function extraCostsOf({ tokens }: Pick<WeighedName, 'tokens'>, style: NameStyle): ExtraCosts {
  if (style !== 'PERSON') return extraCosts[style];
  if (tokens.every(({ reading }) => reading !== undefined)) return extraCostsOfReading;
  const names = tokens.filter(({ text, personWeight }) => text.length > 1 && personWeight >= nameWeight);
  return names.length === 1 && tokens.some(isInitial) ? extraCostsOfInitials : extraCosts.PERSON;
}

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
  light: LightWeights,
  costs: ExtraCosts,
): number {
  if (matched <= 0) return 0;
  const conflict = Math.min(aloneQuery, aloneListed);
  const extra = Math.abs(aloneQuery - aloneListed);
  const lightExtra = Math.min(extra, aloneQuery > aloneListed ? light.query : light.listed);
  const extraWords = costs.light * lightExtra + costs.word * (extra - lightExtra);
  return matched / (matched + deficit + conflictCost * conflict + extraWords);
}

/** The weight of the light words (see NameToken) without a counterpart, on each side. */
export interface LightWeights {
  readonly query: number;
  readonly listed: number;
}

const lightWeight = ({ tokens, weights }: WeighedName, places: readonly number[]): number =>
  places.reduce((sum, at) => sum + (tokens[at]?.light ? (weights[at] ?? 0) : 0), 0);

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
  if (query.isText) {
    const light = { query: 0, listed: lightWeight(listed, listedAlone) };
    const score = scoreOf(matched, deficit, 0, aloneListed, light, extraCostsOf(query, style));
    return { score: standsInText(aligned, query, listed, listedAlone, style) ? score : 0, ...told };
  }
  const light = { query: lightWeight(query, queryAlone), listed: lightWeight(listed, listedAlone) };
  const raw = scoreOf(matched, deficit, aloneQuery, aloneListed, light, extraCostsOf(query, style));
  const whole = sameLetters(query.letters, listed.letters) ? spacedOtherwise : 0;
  if (names === 0) return { score: Math.max(whole, isItself(aligned, told) ? raw : 0), ...told };
  // An initial beside the one name is evidence, unless both names have more.
  const hasInitial = aligned.some(({ alignment }) => alignment === 'INITIAL');
  const missing = (hasInitial ? Math.min : Math.max)(aloneQuery, aloneListed);
  const lone = style === 'PERSON' && names < 2 && missing >= nameWeight;
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
const minSameLetters = 4;
export const sameLetters = (a: string, b: string) => a.length >= minSameLetters && a === b;

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

/** The maximum number of words between two words of a name in a line: initials and particles of people. */
const maxBetween: Readonly<Record<NameStyle, number>> = { PERSON: 2, ORGANISATION: 1 };
const minLoneWord = 7;
/** The minimum number of words by which a name of only light words is found. */
const minLightWords = 4;

/**
 * Tells if a line contains a name: all of its words, two or more, as they stand on the list; two of its words that are not light,
 * at most a word or two apart; one such word beside all others of the name; or one long word that is the whole name.
 */
function standsInText(
  aligned: readonly AlignedWords[],
  query: WeighedName,
  listed: WeighedName,
  listedAlone: readonly number[],
  style: NameStyle,
): boolean {
  if (standsWhole(aligned, listedAlone)) return true;
  const ofTheName = new Set(aligned.flatMap((pair) => pair.query));
  const areNeighbours = (found: readonly AlignedWords[], needed = found.length) =>
    countNeighbours(query, found, { between: maxBetween[style], ofTheName }) >= needed;
  const isWord = ({ alignment, query: places }: AlignedWords) =>
    alignment !== 'INITIAL' && places.every((at) => (query.tokens[at]?.text.length ?? 0) > 1);
  const pairs = aligned.filter(isWord);
  const isNamePart = (at: number) =>
    listed.tokens[at]?.light === false && (listed.weights[at] ?? 0) >= nameWeight;
  const parts = pairs.filter((pair) => pair.listed.some(isNamePart));
  if (style === 'ORGANISATION' && listedAlone.some(isNamePart)) return false;
  if (parts.length > 1) return areNeighbours(parts, style === 'PERSON' ? 2 : parts.length);
  if (listedAlone.some((at) => (listed.weights[at] ?? 0) >= nameWeight)) return false;
  if (parts.length === 0) return pairs.length >= minLightWords && areNeighbours(pairs);
  if (pairs.length > 1) return areNeighbours(pairs);
  const word = listed.tokens[parts[0]?.listed[0] ?? -1];
  return parts[0]?.alignment === 'EXACT' && (word?.text.length ?? 0) >= minLoneWord;
}

/** Tells if a line has every word of a name, letter by letter, one after another. */
function standsWhole(aligned: readonly AlignedWords[], listedAlone: readonly number[]): boolean {
  if (listedAlone.length > 0 || aligned.length < 2) return false;
  if (aligned.some(({ alignment }) => alignment !== 'EXACT')) return false;
  const inOrder = [...aligned].sort((a, b) => (a.listed[0] ?? 0) - (b.listed[0] ?? 0));
  return inOrder.every(({ query }, at) => query[0] === (inOrder[0]?.query[0] ?? 0) + at);
}

interface Gap {
  /** The maximum number of words from one to the next. */
  readonly between: number;
  /** The places in the line of words of the name, which do not count among them. */
  readonly ofTheName: ReadonlySet<number>;
}

/**
 * Returns the largest number of pairs whose words are neighbours in a line. A line may repeat a word: each of its places counts.
 */
function countNeighbours(
  { tokens }: WeighedName,
  pairs: readonly AlignedWords[],
  { between, ofTheName }: Gap,
): number {
  const stands = pairs
    .flatMap(({ query }, pair) =>
      tokens.flatMap(({ text }, at) =>
        query.some((place) => place === at || tokens[place]?.text === text) ? [{ at, pair }] : [],
      ),
    )
    .sort((a, b) => a.at - b.at);
  const strangers = (from: number, to: number) =>
    tokens.slice(from + 1, to).filter((_, at) => !ofTheName.has(from + 1 + at)).length;
  let most = 0;
  let run: typeof stands = [];
  for (const stand of stands) {
    const last = run.at(-1);
    if (last && strangers(last.at, stand.at) > between) run = [];
    run.push(stand);
    most = Math.max(most, new Set(run.map(({ pair }) => pair)).size);
  }
  return most;
}
