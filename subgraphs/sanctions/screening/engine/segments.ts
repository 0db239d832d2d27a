import type { WordBasis } from './wordBasis';

const minJoined = 8;
const minWord = 2;
/** A cut into more words than this says nothing. */
const maxWords = 6;

/**
 * Cuts a word that no list has into words that lists have: `vladimirputin`. Returns the cut into the fewest words, of
 * these the one whose shortest word is longest; undefined where there is none.
 */
export function segments(text: string, { hasText }: Pick<WordBasis, 'hasText'>): string[] | undefined {
  if (text.length < minJoined || hasText(text)) return undefined;
  const best: ({ words: string[]; shortest: number } | undefined)[] = [{ words: [], shortest: Infinity }];
  for (let end = minWord; end <= text.length; end++) {
    for (let start = 0; start <= end - minWord; start++) {
      const before = best[start];
      const word = text.slice(start, end);
      if (!before || before.words.length >= maxWords || !hasText(word)) continue;
      const cut = { words: [...before.words, word], shortest: Math.min(before.shortest, word.length) };
      const known = best[end];
      const isBetter =
        !known ||
        cut.words.length < known.words.length ||
        (cut.words.length === known.words.length && cut.shortest > known.shortest);
      if (isBetter) best[end] = cut;
    }
  }
  const whole = best[text.length]?.words;
  return whole && whole.length > 1 ? whole : undefined;
}
