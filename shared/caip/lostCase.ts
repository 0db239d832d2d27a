/**
 * The fewest letters that tell that a text lost its case. Base58 of so many letters is all in one case by
 * chance once in 2^15. The usual address has twice as many.
 */
const tellingLetters = 16;

/**
 * Returns the reason for rejecting a text that should be base58 and has all its letters in one case. Base58
 * writes with both cases, so the case was lost on the way, and with it the address. Undefined where the
 * letters are mixed, or too few to tell. Undefined too where a `0` shows that the text never was base58.
 */
export function lostCase(text: string): string | undefined {
  if (!/^[1-9a-z]{25,}$/i.test(text) || text.replace(/\d/g, '').length < tellingLetters) return undefined;
  const written = text === text.toLowerCase() ? 'lower' : text === text.toUpperCase() ? 'upper' : undefined;
  return (
    written && `it is all in ${written} case, and case is data in base58: the original spelling is needed`
  );
}
