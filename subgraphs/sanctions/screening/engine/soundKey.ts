/** Digraphs and letters that spell one sound in the romanizations met on lists; of two that fit, the longer. */
const spellings = /shch|tsch|sch|tch|ch|sh|zh|kh|gh|dh|th|ph|ck|^x|c(?=[ei])|[yj](?=[aeiou])|h$|[cqwxyzejo]/g;
const sounds: Readonly<Record<string, string>> = {
  shch: 's',
  tsch: 'k',
  sch: 's',
  tch: 'k',
  ch: 'k',
  sh: 's',
  zh: 'j',
  kh: 'k',
  gh: 'g',
  dh: 'd',
  th: 't',
  ph: 'f',
  ck: 'k',
  c: 'k',
  q: 'k',
  x: 'ks',
  w: 'v',
  z: 's',
  y: 'i',
  j: 'i',
  e: 'i',
  o: 'u',
  h: '',
};

/** The article between `abd` and a name of God takes many vowels, and the sound of the letter after it. */
const article = /^abd[aeiou](?:l|([rsntdz])(?=\1))/;

/** Digits within a word, read as the letters that they look like. */
const looksLike: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  8: 'b',
  9: 'g',
};

const vowels = 'aeiou';
/** `ch` is a k in `Michail`, and near an s in `Bachir`. */
const hardOrSoft: ReadonlySet<string> = new Set(['c', 'ch', 'tch', 'tsch']);

/**
 * Returns the sound of a spelling at its place: `c` before `e` and `i`, `y` before vowels, `x` that begins a
 * word.
 */
function soundOf(spelling: string, at: number, word: string): string {
  const next = word.charAt(at + spelling.length);
  if (hardOrSoft.has(spelling) && (next === 'e' || next === 'i')) return 's';
  if (spelling === 'x' && at === 0) return 's';
  if ((spelling === 'y' || spelling === 'j') && next !== '' && vowels.includes(next)) return 'j';
  return sounds[spelling] ?? spelling;
}

/** Returns a word with each run of one letter as a single one. */
export function collapseRepeats(word: string): string {
  let plain = '';
  for (let i = 0; i < word.length; i++) if (word[i] !== word[i - 1]) plain += word.charAt(i);
  return plain;
}

/**
 * Returns the approximate sound of a word. Spellings of one name in different romanizations share it, or are
 * an edit apart. Candidates are found by it; similarity is decided on the letters.
 */
export function soundKey(word: string): string {
  const letters = /^\d|^\D*$/.test(word) ? word : word.replace(/\d/g, (digit) => looksLike[digit] ?? digit);
  const plain = letters.startsWith('abd') ? letters.replace(article, 'abdul') : letters;
  return collapseRepeats(plain.replace(spellings, soundOf));
}

/** The consonants of a word, for scripts that write no vowels. */
export function consonants(key: string): string {
  return collapseRepeats(key.replace(/[aiujv]/g, ''));
}
