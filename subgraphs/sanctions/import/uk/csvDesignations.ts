import { basename } from 'node:path';
import { ImportError } from '../../importLease/importError';
import { type CsvRow, streamCsv } from '../parts/streamCsv';
import { oneLine } from '../xml/elementText';
import { unchanged } from '../readText';
import { joinName, ukAddress, type UkFacts } from './designation';
import { type UkField, ukFields } from './fields';

/** A row of the CSV: one combination of a designation's facts. */
export interface UkCsvRow {
  readonly line: number;
  readonly text: string;
  readonly facts: UkFacts;
}

export interface UkCsvHandler {
  /** The line above the header, `Report Date: 13-Feb-2026`. */
  onReportDate(day: string): void;
  onRow(row: UkCsvRow): void;
  /** A row of another number of fields than the header's. */
  onBadRow(row: Omit<UkCsvRow, 'facts'>, problem: string): void;
}

const plain = (column: string) => oneLine(column).toLowerCase();

const partColumns = [
  ...[1, 2, 3, 4, 5, 6].flatMap((part) => [`Name ${part}`, `Address Line ${part}`]),
  'Name type',
  'Alias strength',
  'Address Postal Code',
  'Address Country',
  'Passport number',
  'Passport additional information',
  'National Identifier number',
  'National Identifier additional information',
  'Town of birth',
  'Country of birth',
  'Non-latin script type',
  'Non-latin script language',
].map(plain);

/** What a designation needs: without one of these columns the file is another one. */
const needed = ['Unique ID', 'Name 6', 'Name 1', 'Name type', 'Regime Name', 'Date Designated'];

/**
 * Reads the CSV row by row. Throws ImportError for a file without its header, or whose last row is not whole.
 */
export async function readCsvDesignations(file: string, handler: UkCsvHandler): Promise<void> {
  let read: ((row: CsvRow) => UkFacts) | undefined;
  let columns = 0;
  let short: CsvRow | undefined;
  for await (const row of streamCsv(file)) {
    if (!read) {
      const report = /^Report Date:\s*(.+)$/i.exec(oneLine(row.fields.join(' ')))?.[1];
      if (report !== undefined) handler.onReportDate(report);
      else {
        read = rowReader(file, row);
        columns = row.fields.length;
      }
      continue;
    }
    if (short) handler.onBadRow(placed(short), problemOf(short, columns));
    short = undefined;
    if (row.fields.length === columns) handler.onRow({ ...placed(row), facts: read(row) });
    else short = row;
  }
  if (!read) throw new ImportError(`${basename(file)} has no header: ${unchanged}`);
  if (short)
    throw new ImportError(
      `${basename(file)} is truncated: ${problemOf(short, columns)} (its last row): ${unchanged}`,
    );
}

const placed = ({ line, fields }: CsvRow) => ({
  line,
  text: fields.filter((field) => field !== '').join(', '),
});
const problemOf = ({ fields }: CsvRow, columns: number) => `it has ${fields.length} columns, not ${columns}`;

/** The fields of a text that the columns hold, and each column that no rule reads as a remark with its name. */
function rowReader(file: string, header: CsvRow): (row: CsvRow) => UkFacts {
  const places = new Map(header.fields.map((column, i) => [plain(column), i]));
  const missing = needed.filter((column) => !places.has(plain(column)));
  const subject = ukFields.find(({ key }) => key === 'subject')?.columns ?? [];
  if (!subject.some((column) => places.has(plain(column)))) missing.push(subject[0] ?? '');
  if (missing.length > 0)
    throw new ImportError(
      `${basename(file)}:${header.line}: the columns of the UK Sanctions List are missing: ${missing.join(', ')}: ${unchanged}`,
    );
  const known = ukFields.flatMap((field) =>
    field.columns.flatMap((column) => {
      const at = places.get(plain(column));
      return at === undefined ? [] : [{ field, at }];
    }),
  );
  const read = new Set([...partColumns.map((column) => places.get(column)), ...known.map(({ at }) => at)]);
  const unknown = header.fields.flatMap((column, at) =>
    read.has(at)
      ? []
      : [{ field: { key: 'remark', columns: [oneLine(column)], path: [] } satisfies UkField, at }],
  );
  const all = [...known, ...unknown];
  return ({ fields }) => {
    const of = (column: string) => valueOf(fields[places.get(plain(column)) ?? -1]);
    return rowFacts(
      of,
      all.map(({ field, at }) => ({ field, value: fields[at] ?? '' })),
    );
  };
}

/** `N/A` is no value. */
const valueOf = (text: string | undefined): string =>
  /^n\/a$/i.test(text?.trim() ?? '') ? '' : oneLine(text ?? '');

function rowFacts(
  of: (column: string) => string,
  fields: readonly { readonly field: UkField; readonly value: string }[],
): UkFacts {
  const document = (name: string) => {
    const one = { number: of(`${name} number`), information: of(`${name} additional information`) };
    return one.number === '' && one.information === '' ? [] : [one];
  };
  const place = [of('Town of birth'), of('Country of birth')].filter((part) => part !== '').join(', ');
  return {
    names: [
      {
        name: joinName([1, 2, 3, 4, 5, 6].map((part) => of(`Name ${part}`))),
        type: of('Name type'),
        strength: of('Alias strength'),
      },
    ],
    addresses: ukAddress(
      [1, 2, 3, 4, 5, 6].flatMap((part) => of(`Address Line ${part}`) || []),
      of('Address Postal Code'),
      of('Address Country'),
    ),
    passports: document('Passport'),
    nationalIds: document('National Identifier'),
    birthPlaces: place === '' ? [] : [place],
    values: fields.flatMap(({ field: { key, columns }, value }): UkFacts['values'] => {
      const text = key === 'registration' ? value.trim() : valueOf(value);
      if (valueOf(text) === '') return [];
      if (key === 'remark') return [{ key, value: `${columns[0] ?? ''}: ${text}` }];
      // A statement may number its reasons: it is one text.
      return (key === 'text' ? [text] : numbered(text)).map((one) => ({ key, value: one }));
    }),
  };
}

/** `(1) Russia (2) Cyprus` is two values. */
const numbered = (text: string): string[] =>
  /^\(1\).*\(2\)/s.test(text) ? text.split(/\(\d+\)/).flatMap((part) => part.trim() || []) : [text];
