const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'Kore'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Jpan'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Greek}/u, 'Grek'],
  [/\p{Script=Hebrew}/u, 'Hebr'],
  [/\p{Script=Armenian}/u, 'Armn'],
  [/\p{Script=Georgian}/u, 'Geor'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Myanmar}/u, 'Mymr'],
  [/\p{Script=Devanagari}/u, 'Deva'],
];

/** The script that a name is written in, ISO 15924: the first that it has a letter of, else Latin. */
export function scriptOf(name: string): string {
  // Most names are ASCII; nothing else needs a look.
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(name)) return 'Latn';
  return scripts.find(([letters]) => letters.test(name))?.[1] ?? 'Latn';
}
