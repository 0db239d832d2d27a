import { basename } from 'node:path';
import { ImportError } from '../../importLease/importError';
import type { CsvRow } from '../parts/streamCsv';
import { unchanged } from '../readText';

/** A row of the list, by the names of its columns. */
export interface AuRow {
  readonly row: CsvRow;
  of(column: string): string;
  /** The values of columns that no rule reads, with their names. */
  readonly unknown: readonly string[];
}

const needed = ['Reference', 'Name of Individual or Entity', 'Type', 'Name Type', 'Committees'];

const known: ReadonlySet<string> = new Set(
  [
    ...needed,
    'Alias Strength',
    'Date of Birth',
    'Place of Birth',
    'Citizenship',
    'Address',
    'Additional Information',
    'Listing Information',
    'IMO Number',
    'Control Date',
    'Instrument of Designation',
    'Targeted Financial Sanction',
    'Travel Ban',
    'Arms Embargo',
    'Maritime Restriction',
  ].map((column) => column.toLowerCase()),
);

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Returns the rows below the header, and those that have no reference or more cells than the header. Throws ImportError
 * where a column is missing that a party needs, or where the last row is not whole.
 */
export function auRows(file: string, sheet: readonly CsvRow[]) {
  const [header, ...below] = sheet;
  const columns = (header?.fields ?? []).map(plain);
  const places = new Map(columns.map((column, i) => [column.toLowerCase(), i]));
  const missing = needed.filter((column) => !places.has(column.toLowerCase()));
  if (missing.length > 0)
    throw new ImportError(
      `${basename(file)}: the columns of the Australian list are missing: ${missing.join(', ')}: ${unchanged}`,
    );
  const unknown = columns.flatMap((column, at) => (known.has(column.toLowerCase()) ? [] : [{ column, at }]));
  const rows: AuRow[] = [];
  const bad: { readonly row: CsvRow; readonly problem: string }[] = [];
  for (const row of below) {
    const of = (column: string) => plain(row.fields[places.get(column.toLowerCase()) ?? -1] ?? '');
    if (row.fields.every((field) => plain(field) === '')) continue;
    if (row.fields.length !== columns.length)
      bad.push({ row, problem: `it has ${row.fields.length} columns, not ${columns.length}` });
    else if (!/^\d+[a-z]*$/i.test(of('Reference'))) bad.push({ row, problem: 'it has no reference number' });
    else
      rows.push({
        row,
        of,
        unknown: unknown.flatMap(({ column, at }) => {
          const text = plain(row.fields[at] ?? '');
          return text === '' ? [] : [`${column}: ${text}`];
        }),
      });
  }
  const last = below.at(-1);
  if (last && last.fields.length < columns.length)
    throw new ImportError(`${basename(file)} is truncated: its last row is not whole: ${unchanged}`);
  return { rows, bad };
}
