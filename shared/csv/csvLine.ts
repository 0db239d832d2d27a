import { stringify } from 'csv-stringify/sync';

/** csv-stringify escapes every start of a formula that OWASP names ("CSV Injection") but the line feed. */
const escapeLineFeed = (text: string): string => (text.startsWith('\n') ? `'${text}` : text);

/**
 * Returns a line of CSV (RFC 4180), every cell in quotes. A cell that a spreadsheet would compute, also in full-width
 * characters, gets an apostrophe before it: it is shown as the text that it is.
 */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], {
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: escapeLineFeed },
  });
