/**
 * Korean names in Latin as lists write them: a McCune-Reischauer without marks, the way of the DPRK (`Kim
 * Jong Un`). It is not the Revised Romanization of the South (`Gim Jeong-eun`).
 */
const initials = [
  'k',
  'kk',
  'n',
  't',
  'tt',
  'r',
  'm',
  'p',
  'pp',
  's',
  'ss',
  '',
  'j',
  'jj',
  'ch',
  'k',
  't',
  'p',
  'h',
];
const vowels = [
  'a',
  'ae',
  'ya',
  'yae',
  'o',
  'e',
  'yo',
  'ye',
  'o',
  'wa',
  'wae',
  'oe',
  'yo',
  'u',
  'wo',
  'we',
  'wi',
  'yu',
  'u',
  'ui',
  'i',
];
const finals = [
  '',
  'k',
  'k',
  'k',
  'n',
  'n',
  'n',
  't',
  'l',
  'k',
  'm',
  'l',
  'l',
  'l',
  'p',
  'l',
  'm',
  'p',
  'p',
  't',
  't',
  'ng',
  't',
  't',
  'k',
  't',
  'p',
  't',
];

const familyNames: Readonly<Record<string, string>> = {
  김: 'kim',
  이: 'ri',
  리: 'ri',
  박: 'pak',
  최: 'choe',
  정: 'jong',
  강: 'kang',
  조: 'jo',
  윤: 'yun',
  장: 'jang',
  임: 'rim',
  림: 'rim',
  한: 'han',
  오: 'o',
  서: 'so',
  신: 'sin',
  권: 'kwon',
  황: 'hwang',
  안: 'an',
  송: 'song',
  류: 'ryu',
  유: 'ryu',
  홍: 'hong',
  전: 'jon',
  고: 'ko',
  문: 'mun',
  손: 'son',
  양: 'yang',
  배: 'pae',
  백: 'paek',
  허: 'ho',
  노: 'ro',
  로: 'ro',
  남: 'nam',
  심: 'sim',
  주: 'ju',
  곽: 'kwak',
  성: 'song',
  차: 'cha',
  우: 'u',
};

/** Readings of Chinese characters in Korean names, where the family name shows that it is one. */
const hanjaFamily: Readonly<Record<string, string>> = { 金: 'kim', 朴: 'pak', 崔: 'choe' };
const hanjaGiven: Readonly<Record<string, string>> = {
  正: 'jong',
  恩: 'un',
  日: 'il',
  成: 'song',
  英: 'yong',
  哲: 'chol',
  男: 'nam',
  龍: 'ryong',
  龙: 'ryong',
  赫: 'hyok',
  光: 'kwang',
  明: 'myong',
  浩: 'ho',
  秀: 'su',
  順: 'sun',
  顺: 'sun',
  姬: 'hui',
  相: 'sang',
  萬: 'man',
  万: 'man',
  與: 'yo',
  与: 'yo',
  一: 'il',
  永: 'yong',
  國: 'kuk',
  国: 'kuk',
  東: 'tong',
  东: 'tong',
  基: 'ki',
  珍: 'jin',
  勳: 'hun',
  勋: 'hun',
};

function romanize(syllable: string): string {
  const at = syllable.charCodeAt(0) - 0xac00;
  return `${initials[Math.floor(at / 588)] ?? ''}${vowels[Math.floor((at % 588) / 28)] ?? ''}${finals[at % 28] ?? ''}`;
}

/** A Hangul word in Latin words: of two to four syllables, a family name and the given syllables. */
export function latinOfHangul(word: string): string {
  const syllables = Array.from(word);
  const family = syllables.length >= 2 && syllables.length <= 4 ? familyNames[syllables[0] ?? ''] : undefined;
  const rest = (family ? syllables.slice(1) : syllables).map(romanize);
  return family ? [family, ...rest].join(' ') : rest.join(' ');
}

/** The Korean reading of a name in Chinese characters, where its family name is a Korean one. */
export function koreanReading(characters: string): string | undefined {
  const [first = '', ...given] = Array.from(characters);
  const family = hanjaFamily[first];
  if (!family || given.length === 0 || given.length > 3) return undefined;
  const read = given.map((character) => hanjaGiven[character]);
  return read.every((syllable) => syllable !== undefined) ? [family, ...read].join(' ') : undefined;
}
