import { collapseRepeats } from './soundKey';

/**
 * The consonants that a letter of a script without vowels may stand for, as `consonants` leaves them of a Latin word: `kh`
 * is a k, `sh` a s, `z` a s, and w, v, y and j count as vowels. The first is the usual one.
 */
const arabic: Readonly<Record<string, readonly string[]>> = {
  ب: ['b'],
  ت: ['t'],
  ث: ['t', 's'],
  ج: ['', 'g', 'd'],
  ح: ['h'],
  خ: ['k'],
  د: ['d'],
  ذ: ['d', 's'],
  ر: ['r'],
  ز: ['s'],
  س: ['s'],
  ش: ['s'],
  ص: ['s'],
  ض: ['d', 's'],
  ط: ['t'],
  ظ: ['s', 'd'],
  غ: ['g'],
  ف: ['f'],
  ق: ['k', 'g'],
  ك: ['k'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  ه: ['h'],
  ة: ['', 't'],
  پ: ['p', 'b'],
  چ: ['k', 's'],
  ژ: ['', 's'],
  گ: ['g'],
  ڤ: ['', 'f'],
  ک: ['k'],
  ہ: ['h', ''],
  ھ: ['', 'h'],
  ٹ: ['t'],
  ڈ: ['d'],
  ڑ: ['r'],
  ں: ['n'],
};
const hebrew: Readonly<Record<string, readonly string[]>> = {
  ב: ['b', ''],
  ג: ['g'],
  ד: ['d'],
  ה: ['', 'h'],
  ז: ['s'],
  ח: ['h', 'k'],
  ט: ['t'],
  כ: ['k'],
  ך: ['k'],
  ל: ['l'],
  מ: ['m'],
  ם: ['m'],
  נ: ['n'],
  ן: ['n'],
  ס: ['s'],
  פ: ['p', 'f'],
  ף: ['f', 'p'],
  צ: ['ts', 's'],
  ץ: ['ts', 's'],
  ק: ['k'],
  ר: ['r'],
  ש: ['s'],
  ת: ['t'],
};
const letters: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({ ...arabic, ...hebrew }));

/** More readings than this say nothing of which name a word is. */
const maxSkeletons = 24;
/** Latin writes `th`, `sh`, `dh`, `kh`, `gh` and `zh` for one sound: the h of a word that has both letters is lost. */
const beforeH = /[tsdkgpf]$/;

/**
 * Returns the consonants that a word of the Arabic or Hebrew script may have in Latin, the usual reading first; a word
 * ends on no h.
 */
export function skeletons(word: string): string[] {
  let readings = [''];
  const given = Array.from(word.normalize('NFKC'));
  given.forEach((letter, at) => {
    const sounds = soundsOf(letter, at === given.length - 1);
    const next = readings.flatMap((before) =>
      sounds.flatMap((sound) =>
        sound === 'h' && beforeH.test(before) ? [before, `${before}h`] : [before + sound],
      ),
    );
    readings = [...new Set(next)].slice(0, maxSkeletons);
  });
  return [...new Set(readings.map(collapseRepeats))].filter((reading) => reading !== '');
}

function soundsOf(letter: string, isLast: boolean): readonly string[] {
  const sounds = letters.get(letter) ?? [''];
  if (!isLast) return sounds;
  const ending = sounds.map((sound) => (sound === 'h' ? '' : sound));
  return letter === 'ه' || letter === 'ہ' ? ['', 'h'] : ending;
}
