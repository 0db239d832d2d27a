import { ImportFileError } from './importFileError';
import { readLines } from './readLines';
import type { Columns, ReadOptions, RowReading, RowValues } from './rowReading';

/** The largest transactions of Bitcoin have some 20,000 inputs or outputs: 2 MB as JSON. */
const maxLineLength = 8 * 1024 * 1024;

/**
 * Streams the objects of a JSON lines file, one a line. Throws ImportFileError where the first line shows
 * that the file as a whole is invalid: it is not an object, or has none of the columns.
 */
export async function* readJsonLines(
  file: string,
  columns: Columns,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<RowValues>> {
  const names = new Set([...columns.needed, ...columns.optional]);
  let first = true;
  for await (const read of readLines(file, { maxLineLength, ...options })) {
    if ('problem' in read) {
      yield read;
      continue;
    }
    const { line, text } = read;
    const row = objectOf(text);
    if (first && (!row || !Object.keys(row).some((name) => names.has(name)))) {
      throw new ImportFileError(
        `${file}:${line}: it is not JSON lines with the names ${columns.needed.join(',')}`,
      );
    }
    first = false;
    if (!row) {
      yield { line, problem: 'it is not a JSON object' };
      continue;
    }
    const strange = Object.keys(row).filter((name) => !names.has(name));
    if (strange.length > 0) yield { line, problem: `not known: ${strange.join(', ').slice(0, 200)}` };
    else yield { line, row };
  }
  if (first) throw new ImportFileError(`${file}: it is empty`);
}

function objectOf(text: string): RowValues | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RowValues) : null;
  } catch {
    return null;
  }
}
