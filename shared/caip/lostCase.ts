/** With so many letters, all in one case, a text was not written so: of base58 one in 2^15 has that by chance, and the usual address has twice as many. */
const tellingLetters = 16;

/**
 * Why a text that should be base58 is rejected where all its letters are in one case: base58 writes with both, so the
 * case was lost on the way, and with it the address. Undefined where the letters are mixed, or too few to tell, and where
 * a `0` shows that it never was base58.
 */
export function lostCase(text: string): string | undefined {
  if (!/^[1-9a-z]{25,}$/i.test(text) || text.replace(/\d/g, '').length < tellingLetters) return undefined;
  const written = text === text.toLowerCase() ? 'lower' : text === text.toUpperCase() ? 'upper' : undefined;
  return (
    written && `it is all in ${written} case, and case is data in base58: the original spelling is needed`
  );
}
