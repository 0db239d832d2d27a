// Syllables of Chinese. cspell:disable

/**
 * Chinese names in the romanization of Wade and Giles, such as `Chang Chi-ch'eng`, read as pinyin: `Zhang Jicheng`. Source: the
 * conversion table of the Library of Congress, "Wade-Giles to pinyin" (1998), written as rules.
 */

const list = (text: string) => text.split(' ');

/** The beginnings of pinyin syllables, and as Wade and Giles write them. */
const beginnings: Readonly<Record<string, string>> = {
  b: 'p',
  p: "p'",
  m: 'm',
  f: 'f',
  d: 't',
  t: "t'",
  n: 'n',
  l: 'l',
  g: 'k',
  k: "k'",
  h: 'h',
  j: 'ch',
  q: "ch'",
  x: 'hs',
  zh: 'ch',
  ch: "ch'",
  sh: 'sh',
  r: 'j',
  z: 'ts',
  c: "ts'",
  s: 's',
};

const afterPalatal = list('i ia ie iao iu ian in iang ing iong u ue uan un');
const afterRetroflex = list('a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang');
const afterVelar = list('a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang');
const afterOthers = list('a o e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo ui uan un ue');

const endingsAfter = (beginning: string): readonly string[] =>
  /^[jqx]$/.test(beginning)
    ? afterPalatal
    : /^(?:[zcs]h?|r)$/.test(beginning)
      ? afterRetroflex
      : /^[gkh]$/.test(beginning)
        ? afterVelar
        : afterOthers;

/** Endings that are written otherwise. */
const endings: Readonly<Record<string, string>> = {
  ong: 'ung',
  iong: 'iung',
  ie: 'ieh',
  ian: 'ien',
  ue: 'ueh',
  uo: 'o',
};

/** Syllables without a consonant before them, where they are written otherwise. */
const bareSyllables: Readonly<Record<string, string>> = {
  er: 'erh',
  yi: 'i',
  ye: 'yeh',
  you: 'yu',
  yan: 'yen',
  yong: 'yung',
  yue: 'yueh',
};
const sameSyllables = list(
  'a o e ai ei ao ou an en ang eng ya yao yin yang ying wu wa wo wai wei wan wen wang weng yu yuan yun',
);

/** Other syllables that are written otherwise. */
const syllables: Readonly<Record<string, string>> = {
  ge: 'ko',
  ke: "k'o",
  he: 'ho',
  guo: 'kuo',
  kuo: "k'uo",
  huo: 'huo',
  shuo: 'shuo',
  gui: 'kuei',
  kui: "k'uei",
  zhi: 'chih',
  chi: "ch'ih",
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: "tz'u",
  si: 'ssu',
};

/** The pinyin syllables by the spelling of Wade and Giles, with and without the apostrophe, which is omitted more often than not. */
const readings: ReadonlyMap<string, readonly string[]> = readingsOf();
const pinyin: ReadonlySet<string> = new Set([...readings.values()].flat());

function readingsOf(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (syllable: string, spelling: string) => {
    for (const written of new Set([spelling, spelling.replace("'", '')]))
      found.set(written, [...(found.get(written) ?? []), syllable]);
  };
  for (const [beginning, spelling] of Object.entries(beginnings))
    for (const ending of endingsAfter(beginning)) {
      const syllable = beginning + ending;
      add(syllable, syllables[syllable] ?? spelling + (endings[ending] ?? ending));
    }
  for (const syllable of sameSyllables) add(syllable, syllable);
  for (const [syllable, spelling] of Object.entries(bareSyllables)) add(syllable, spelling);
  return found;
}

/** More readings of a name say nothing. */
const maxReadings = 16;
/** A family name and a given name, of two syllables each at most. */
const maxSyllables = 4;

/**
 * Reads a name as pinyin, in each way that the omitted apostrophes leave open. None where a word is no syllable of Wade and Giles, or
 * where nothing tells the name from one in pinyin: an apostrophe, a hyphen, or a syllable that pinyin does not have.
 */
export function wadeGilesReadings(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʻʼ`]/gu, "'")
    .toLowerCase();
  const words = plain.split(/[\s,]+/).filter((word) => word !== '');
  const parts = words.map((word) => word.split('-'));
  const all = parts.flat();
  if (words.length < 2 || all.length > maxSyllables) return [];
  if (!/[-']/.test(plain) && all.every((syllable) => pinyin.has(syllable))) return [];
  let names: string[][] = [[]];
  for (const syllablesOfWord of parts) {
    let written = [''];
    for (const syllable of syllablesOfWord)
      written = written.flatMap((before) => (readings.get(syllable) ?? []).map((read) => before + read));
    names = names.flatMap((before) => written.map((word) => [...before, word]));
    if (names.length > maxReadings) return [];
  }
  return names.map((read) => read.join(' '));
}
