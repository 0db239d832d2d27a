import anyAscii from 'any-ascii';
import { commonArabicName } from './arabicNames';
import { koreanReading, latinOfHangul } from './koreanNames';

/** A name in lower-case ASCII, words still as they stood, and which of its words were written without vowels. */
export interface LatinName {
  readonly text: string;
  /** Words from scripts that leave vowels out: their consonants are all that can be compared. */
  readonly vowelless: ReadonlySet<string>;
}

const ascii = /^[\x20-\x7e]*$/;
const vowellessScript = /[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/u;
const hangul = /[\uac00-\ud7a3]+/gu;
const han = /\p{Script=Han}+/gu;
/** Marks and controls that show nothing: bidirectional overrides, joiners, NUL. */
const invisible = /[\p{Cc}\p{Cf}]/gu;

/**
 * Transliterates to Latin: any-ascii, and our own tables where it is not good enough for names (Arabic vowels, Korean
 * and Chinese name parts). Any Unicode string is taken; what has no transliteration is dropped.
 */
export function latinName(name: string): LatinName {
  if (ascii.test(name)) return { text: name.toLowerCase(), vowelless: none };
  const plain = name.normalize('NFKC').replace(invisible, (mark) => (/\s/.test(mark) ? ' ' : ''));
  const vowelless = new Set<string>();
  const text = plain
    .replace(hangul, (word) => ` ${latinOfHangul(word)} `)
    .replace(han, (word) => ` ${latinOfHan(word)} `)
    .split(/(\s+)/)
    .map((word) => (vowellessScript.test(word) ? latinOfVowelless(word, vowelless) : anyAscii(word)))
    .join('')
    .toLowerCase();
  return { text, vowelless };
}

const none: ReadonlySet<string> = new Set();

/** Pinyin: the first syllable is the family name, the rest one given name, as lists write it (`XI, Jinping`). */
function latinOfHan(word: string): string {
  const korean = koreanReading(word);
  if (korean) return korean;
  const syllables = Array.from(word, (character) => anyAscii(character).trim()); //((character) => anyAscii(character).trim());
  return syllables.length > 1 && syllables.length <= 3
    ? `${syllables[0] ?? ''} ${syllables.slice(1).join('')}`
    : syllables.join('');
}

function latinOfVowelless(word: string, vowelless: Set<string>): string {
  return word
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== '')
    .map((part) => {
      const common = commonArabicName(part);
      if (common) return common;
      const letters = anyAscii(part)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      // The article: `al` and the word that it stands before.
      const article = /^(?:ا|أ)ل\p{L}{3,}/u.test(part) && letters.startsWith('l');
      const consonants = article ? letters.slice(1) : letters;
      if (consonants !== '') vowelless.add(consonants);
      return article ? `al ${consonants}` : consonants;
    })
    .join(' ');
}
