/** A name as it is searched by: without diacritics and case, cut into words of letters and digits. */
export function foldedWords(name: string): string[] {
  const text = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
