/**
 * Characters by which two different subjects could differ and still read the same. They are white space,
 * control and format characters, and characters that render as nothing. In Unicode: Z, C,
 * Default_Ignorable_Code_Point, and the blank symbols BRAILLE PATTERN BLANK and MUSICAL SYMBOL NULL NOTEHEAD.
 */
const invisible = /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]/u;

/** A `sub` of OpenID Connect has at most 255 characters (Core 1.0, section 2). */
const maxLength = 255;

/**
 * Tells if a subject has exactly one spelling: no white space or invisible characters, and its own NFKC form.
 * So composed, decomposed and full-width spellings of one name are not two people. Case counts (RFC 7519,
 * section 4.1.2).
 */
export function isCanonicalSubject(subject: string): boolean {
  return (
    subject !== '' &&
    subject.length <= maxLength &&
    !invisible.test(subject) &&
    subject === subject.normalize('NFKC')
  );
}
