/**
 * What a spreadsheet would read as a formula, also in the full-width forms that some take for the same: such a cell gets
 * an apostrophe before it, and is shown as the text that it is (OWASP, "CSV Injection").
 */
const formula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A line of CSV (RFC 4180), every cell in quotes. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
