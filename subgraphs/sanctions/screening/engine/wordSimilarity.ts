import { areExchanged, weightedEdits, withinEdits } from './editDistance';
import type { NameToken } from './nameTokens';
import { collapseRepeats } from './soundKey';

/** Below this, two words are not the same word spelled otherwise. */
export const minSimilarity = 0.6;

/** The reason why two words count as one. */
export type WordAlignment =
  'EXACT' | 'SOUND' | 'SPELLING' | 'VARIANT' | 'NICKNAME' | 'CONSONANTS' | 'NUMBER' | 'INITIAL' | 'JOINED';

const sameVariant = 0.96;
const sameSound = 0.93;
const sameNickname = 0.86;
/** By how many consonants are the same: one says little of a word. */
const sameConsonants = [0, 0.72, 0.87, 0.92, 0.94];
const nearNumber = 0.5;
/** `J.` for `Joachim`, and two initials for the two names that they begin. */
export const initialSimilarity = 0.85;

/**
 * Returns the maximum of plain edits between the sounds of two words: short words differ by their every
 * letter. The index finds candidates by this very rule, so that nothing that scores is missed.
 */
export function editLimit(keyLength: number): number {
  if (keyLength <= 2) return 0;
  return keyLength <= 5 ? 1 : 2;
}

/** One slip of a typist can change the sound of a word more than once: `Jospeh`, `Khaane`. */
const isMistyped = (a: string, b: string) =>
  a.length >= minMistypedLength && b.length >= minMistypedLength && withinEdits(a, b, slips);
export const minMistypedLength = 3;
export const slips = 1;

export const shareGroup = (a: readonly number[], b: readonly number[]) =>
  a.length > 0 && b.length > 0 && a.some((group) => b.includes(group));

/** A single `V` beside `VI` is a numeral; beside a name it is an initial. */
const isNumber = ({ numeric, text }: NameToken) => numeric || /^[ivx]$/.test(text);

/** How alike two words are, 0 to 1: 1 is the same letters, 0 is another word. Symmetric. */
export function wordSimilarity(a: NameToken, b: NameToken): number {
  const similarity = similarityOf(a, b);
  return a.reading === b.reading ? similarity : similarity * readingFactor;
}

/** Characters with one reading are many names. */
const readingFactor = 0.94;

function similarityOf(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 1;
  if (shareGroup(a.variants, b.variants)) return sameVariant;
  if (a.numeric || b.numeric)
    return isNumber(a) && isNumber(b) && withinEdits(a.text, b.text, 1) ? nearNumber : 0;
  const byConsonants = consonantSimilarity(a, b);
  if (a.vowelless || b.vowelless) return byConsonants;
  if (shareGroup(a.nicknames, b.nicknames)) return sameNickname;
  return Math.max(spelledAlike(a, b), byConsonants);
}

/** How alike the consonants of two words are, of which one at least was written without vowels; else 0. */
function consonantSimilarity(a: NameToken, b: NameToken): number {
  if (a.skeletons.length === 0 && b.skeletons.length === 0) return 0;
  const [left, right] = [readingsOf(a), readingsOf(b)];
  const shared = left.find((reading) => right.includes(reading));
  if (shared === undefined) return 0;
  return sameConsonants[Math.min(shared.length, sameConsonants.length - 1)] ?? 0;
}

const readingsOf = ({ skeletons, consonants }: NameToken) =>
  skeletons.length > 0 ? skeletons : [consonants];

/** Short words that begin with another letter are rarely one word: `Yang` is not `Kang`. */
const shortWord = 5;
const otherBeginning = 0.8;

function spelledAlike(a: NameToken, b: NameToken): number {
  const limit = editLimit(Math.min(a.key.length, b.key.length));
  if (!withinEdits(a.key, b.key, limit) && !isMistyped(a.text, b.text)) return 0;
  const longest = Math.max(a.text.length, b.text.length);
  const edited = 1 - weightedEdits(a.text, b.text) / longest;
  const beginsOtherwise = longest <= shortWord && !areExchanged(a.text, b.text);
  const similarity = beginsOtherwise ? edited * otherBeginning : edited;
  if (a.key === b.key && !beginsOtherwise) return Math.max(sameSound, similarity);
  return similarity < minSimilarity ? 0 : similarity;
}

/** Returns the reason for their similarity, for the explanation of a match. */
export function wordAlignment(a: NameToken, b: NameToken): WordAlignment {
  if (a.text === b.text) return 'EXACT';
  if (shareGroup(a.variants, b.variants)) return 'VARIANT';
  if (a.numeric || b.numeric) return 'NUMBER';
  if (a.vowelless || b.vowelless) return 'CONSONANTS';
  if (shareGroup(a.nicknames, b.nicknames)) return 'NICKNAME';
  if (consonantSimilarity(a, b) > spelledAlike(a, b)) return 'CONSONANTS';
  return a.key === b.key ? 'SOUND' : 'SPELLING';
}

/** Words written as one sound like the one word: `Abdul Rahman`, `Abdelrahman`. */
export const joinedKey = (tokens: readonly NameToken[]) =>
  collapseRepeats(tokens.map(({ key }) => key).join(''));

export const joinedText = (tokens: readonly NameToken[]) => tokens.map(({ text }) => text).join('');

/** Only words that say enough are joined by their sound: `II, Inc.` does not sound like `Inc`. */
export const joinsBySound = (tokens: readonly NameToken[]) => tokens.every(({ key }) => key.length >= 2);
