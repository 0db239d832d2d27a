import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';

/** A CSV file that cannot be read as such at all: absent, broken, or with other columns. One line, with the file. */
export class CsvFileError extends Error {
  override readonly name = 'CsvFileError';
}

export interface CsvColumns {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

/** What became of a row: read, or what is wrong with it. Lines count from 1, the header's. */
export type RowReading<Row> =
  { readonly line: number; readonly row: Row } | { readonly line: number; readonly problem: string };

/** A row is a few hundred characters; a file that is no CSV may be one endless row. */
const maxRowSize = 64 * 1024;

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * Streams the rows of a CSV file (RFC 4180, UTF-8, with a header), by column name; an absent optional column or an
 * empty field is left out. Throws CsvFileError where the file as a whole is no such file.
 */
export async function* readCsv(
  file: string,
  columns: CsvColumns,
): AsyncGenerator<RowReading<Readonly<Record<string, string>>>> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: maxRowSize,
  });
  // The parser is destroyed with the error of the file, which then ends the loop below.
  pipeline(createReadStream(file), parser, () => undefined);
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = info.lines;
      if (!header) header = checkedHeader(file, record, columns);
      else if (record.length === header.length) yield { line, row: byName(header, record) };
      else yield { line, problem: `it has ${record.length} fields, the header ${header.length}` };
    }
  } catch (error) {
    throw fileError(file, error);
  }
  if (!header) throw new CsvFileError(`${file}: it is empty; the first line names the columns`);
}

function checkedHeader(file: string, header: readonly string[], { needed, optional }: CsvColumns) {
  const missing = needed.filter((name) => !header.includes(name));
  const strange = header.filter(
    (name, i) => ![...needed, ...optional].includes(name) || header.indexOf(name) !== i,
  );
  if (missing.length === 0 && strange.length === 0) return header;
  throw new CsvFileError(
    `${file}:1: the columns are ${needed.join(',')}${optional.map((name) => `[,${name}]`).join('')}; ` +
      (missing.length > 0
        ? `missing: ${missing.join(', ')}`
        : `not known, or twice: ${strange.join(', ')}`
      ).slice(0, 200),
  );
}

function byName(header: readonly string[], record: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  header.forEach((name, i) => {
    const value = record[i];
    if (value) values[name] = value;
  });
  return values;
}

function fileError(file: string, error: unknown): Error {
  if (error instanceof CsvError) return new CsvFileError(`${file}: it is not CSV: ${error.message}`);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new CsvFileError(`${file}: there is no such file`);
  if (code === 'EISDIR') return new CsvFileError(`${file}: it is a folder`);
  return error instanceof Error ? error : new Error(String(error));
}
