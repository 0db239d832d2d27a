import { basename } from 'node:path';
import type { RowKind } from '../../list/listReading';
import { ImportError } from '../../importLease/importError';
import { readText, unchanged } from '../readText';
import type { RowPlace, Tally } from '../tally';
import { splitRow } from './splitRow';

/** A row of one of OFAC's CSV files. */
export interface OfacRow extends RowPlace {
  /** The number of the entry that it is about. */
  readonly entry: string;
  /** In the order of OFAC's data specification; null where the file says `-0- `. */
  readonly fields: readonly (string | null)[];
}

/** The files end their last row with a line break, and often a byte 0x1A (Ctrl-Z) after it. */
const endOfFile = '\x1a';

/**
 * Reads a file without header, one row a line. A row that is not of the file's form is quarantined with its
 * line. A file whose last row is not whole is truncated, and rejected. Throws ImportError.
 */
export function readRows(file: string, kind: RowKind, columns: number, tally: Tally): OfacRow[] {
  const name = basename(file);
  const whole = readText(file);
  const text = whole.replace(new RegExp(`${endOfFile}\\s*$`), '');
  if (text !== whole) tally.endMark(name.toLowerCase());
  if (!text.endsWith('\n'))
    throw new ImportError(`${name} is truncated: its last row has no end: ${unchanged}`);
  const rows: OfacRow[] = [];
  const lines = text.split('\n');
  lines.forEach((raw, i) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '') return;
    const place = { file: name, line: i + 1, text: line };
    const fields = splitRow(line);
    const entry = fields?.[0];
    if (fields?.length === columns && entry && /^\d+$/.test(entry)) rows.push({ ...place, entry, fields });
    else tally.quarantine(kind, place, problemOf(fields, columns));
  });
  if (rows.length === 0) throw new ImportError(`${name} holds no row of ${columns} columns: ${unchanged}`);
  return rows;
}

function problemOf(fields: readonly (string | null)[] | undefined, columns: number): string {
  if (!fields) return 'a quote is not closed';
  if (fields.length !== columns) return `it has ${fields.length} columns, not ${columns}`;
  return `${JSON.stringify(fields[0])} is not the number of an entry`;
}
