/** A text as a cell of a table: on one line, with no bar that would end it. */
const cell = (text) =>
  String(text ?? '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');

/** Returns the lines of a table with a row for each of `rows`; no lines without rows. */
export function table(columns, rows) {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return ['', line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

export const code = (text) => `\`${text}\``;

/** A whole page. */
export const page = (lines) => [...lines, ''].join('\n');
