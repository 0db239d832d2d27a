import anyAscii from 'any-ascii';
import { arabicWords, commonArabicName, plainLetters } from './arabicNames';
import { koreanReading, latinOfHangul } from './koreanNames';
import { skeletons } from './skeletons';

/** A name in lower-case ASCII, words still as they stood, and which of its words were written without vowels. */
export interface LatinName {
  readonly text: string;
  /** Words from scripts that leave vowels out: their consonants are all that can be compared. */
  readonly vowelless: ReadonlySet<string>;
  /** The consonants that a word of such a script may have (see `skeletons`), by its Latin form. */
  readonly skeletons: ReadonlyMap<string, readonly string[]>;
  /** Words that are readings of Han or Hangul, with the characters. */
  readonly readings: ReadonlyMap<string, string>;
}

const ascii = /^[\x20-\x7e]*$/;
const vowellessScript = /[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/u;
/** The sign that gives a Hebrew letter another sound. */
const hebrewApostrophe = /(?<=[\u05d0-\u05ea])['’׳](?=[\u05d0-\u05ea]|$)/gu;
const hangul = /[\uac00-\ud7a3]+/gu;
const han = /\p{Script=Han}+/gu;
/** Marks and controls that show nothing: bidirectional overrides, joiners, NUL. */
const invisible = /[\p{Cc}\p{Cf}]/gu;

/**
 * Transliterates to Latin: any-ascii, and our own tables where it is not good enough for names (Arabic vowels, Korean
 * and Chinese name parts). Any Unicode string is taken; what has no transliteration is dropped.
 */
export function latinName(name: string): LatinName {
  if (ascii.test(name))
    return { text: name.toLowerCase(), vowelless: none, skeletons: noSkeletons, readings: noReadings };
  const plain = name.normalize('NFKC').replace(invisible, (mark) => (/\s/.test(mark) ? ' ' : ''));
  const vowelless = new Set<string>();
  const consonants = new Map<string, readonly string[]>();
  const readings = new Map<string, string>();
  const read = (characters: string, reading: string) => {
    for (const word of reading.toLowerCase().split(/[^a-z]+/)) readings.set(word, characters);
    return ` ${reading} `;
  };
  const text = plain
    .replace(hangul, (word) => read(word, latinOfHangul(word)))
    .replace(han, (word) => read(word, latinOfHan(word)))
    .split(/(\s+)/)
    .map((word) =>
      vowellessScript.test(word) ? latinOfVowelless(word, vowelless, consonants) : anyAscii(word),
    )
    .join('')
    .toLowerCase();
  return { text, vowelless, skeletons: consonants, readings };
}

const none: ReadonlySet<string> = new Set();
const noReadings: ReadonlyMap<string, string> = new Map();
const noSkeletons: ReadonlyMap<string, readonly string[]> = new Map();

/** Pinyin: the first syllable is the family name, the rest one given name, as lists write it (`XI, Jinping`). */
function latinOfHan(word: string): string {
  const korean = koreanReading(word);
  if (korean) return korean;
  const syllables = Array.from(word, (character) => anyAscii(character).trim()); //((character) => anyAscii(character).trim());
  return syllables.length > 1 && syllables.length <= 3
    ? `${syllables[0] ?? ''} ${syllables.slice(1).join('')}`
    : syllables.join('');
}

function latinOfVowelless(
  word: string,
  vowelless: Set<string>,
  readings: Map<string, readonly string[]>,
): string {
  return word
    .replace(hebrewApostrophe, '')
    .split(/[^\p{L}\p{M}]+/u)
    .flatMap((part) => arabicWords(part))
    .map((part) => {
      const common = commonArabicName(part);
      if (common !== undefined) {
        if (!common.includes(' ')) readings.set(common, skeletons(plainLetters(part)));
        return common;
      }
      const plain = plainLetters(part);
      // The article: `al` and the word that it stands before.
      const article = /^ال\p{L}{3,}/u.test(plain);
      const rest = article ? plain.slice(2) : plain;
      const latin = anyAscii(rest)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      if (latin === '') return article ? 'al' : '';
      vowelless.add(latin);
      readings.set(latin, [...(readings.get(latin) ?? []), ...skeletons(rest)]);
      return article ? `al ${latin}` : latin;
    })
    .join(' ');
}
