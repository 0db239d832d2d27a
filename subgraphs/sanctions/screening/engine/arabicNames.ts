// Names and words of other languages. cspell:disable

import { vowelled } from './vowelledArabic';

/** The spellings of one letter that writers mix: hamza and alef, the two yehs, the Persian letters, marks. */
export function plainLetters(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640\u200c\u200d]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ی/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ہۀ]/g, 'ه');
}

/** The Latin words of an Arabic-script word, where it is a common one. */
export function commonArabicName(word: string): string | undefined {
  const plain = plainLetters(word);
  return Object.hasOwn(vowelled, plain) ? vowelled[plain] : undefined;
}

/** Words that are written as one with the next or the one before: `عبدالله`, `ابوبكر`, `نورالدين`, `والجهاد`. */
const joinedWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:و|ف|ب|ك)(ال\p{L}{3,})$/u, '$1'],
  [/^لل(\p{L}{3,})$/u, 'ال$1'],
  [/^(عبد)(ال\p{L}{2,})$/u, '$1 $2'],
  [/^(ابو|ابي|ابا)(\p{L}{3,})$/u, '$1 $2'],
  [/^(\p{L}{2,})(الدين|الله)$/u, '$1 $2'],
  [/^(بن)(\p{L}{4,})$/u, '$1 $2'],
  [/^(עבד)(אל\p{L}{2,})$/u, '$1 $2'],
  [/^(\p{L}{2,})(אללה)$/u, '$1 $2'],
];

/** Cuts an Arabic-script word where two words are written as one; a word by itself is returned as it is. */
export function arabicWords(word: string): string[] {
  if (word === '') return [];
  const plain = plainLetters(word);
  if (Object.hasOwn(vowelled, plain)) return [word];
  for (const [pattern, parts] of joinedWords)
    if (pattern.test(plain)) return plain.replace(pattern, parts).split(' ').flatMap(arabicWords);
  return [word];
}
