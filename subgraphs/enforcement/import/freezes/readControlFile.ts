import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { ControlFileError } from './controlFileError';

/**
 * A row by the names of its columns, without empty fields; or its problem. Lines count from 1, the header's.
 */
export type ControlLine =
  | { readonly line: number; readonly row: Readonly<Record<string, string>> }
  | { readonly line: number; readonly problem: string };

/** The required columns; a file may have more. */
const needed = [
  'event_name',
  'block_number',
  'txhash',
  'log_index',
  'timestamp',
  '_balance',
  '_blackListedUser',
  '_user',
  'contract_address',
];

/** A row is a few hundred characters; a file that is no CSV may be one endless row. */
const maxRowSize = 64 * 1024;

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * Streams the rows of a file of control events (CSV, RFC 4180, UTF-8, with a header).
 * @throws ControlFileError where the file as a whole is no such file
 */
export async function* readControlFile(file: string): AsyncGenerator<ControlLine> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRowSize,
  });
  // The parser is destroyed with the error of the file, which then ends the loop below.
  pipeline(createReadStream(file), parser, () => undefined);
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = info.lines;
      if (!header) header = checkedHeader(file, record);
      else if (record.length === header.length) yield { line, row: byName(header, record) };
      else yield { line, problem: `it has ${record.length} fields, the header ${header.length}` };
    }
  } catch (error) {
    throw fileError(file, error);
  }
  if (!header) throw new ControlFileError(`${file}: it is empty; the first line names the columns`);
}

function checkedHeader(file: string, header: readonly string[]): readonly string[] {
  const missing = needed.filter((name) => header.filter((column) => column === name).length !== 1);
  if (missing.length === 0) return header;
  throw new ControlFileError(
    `${file}:1: it is no file of control events: each of these columns must be there once: ${missing.join(', ')}`,
  );
}

function byName(header: readonly string[], record: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    header.map((name, i) => [name, record[i] ?? ''] as const).filter(([, value]) => value !== ''),
  );
}

function fileError(file: string, error: unknown): Error {
  if (error instanceof CsvError) return new ControlFileError(`${file}: it is not CSV: ${error.message}`);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new ControlFileError(`${file}: there is no such file`);
  if (code === 'EISDIR') return new ControlFileError(`${file}: it is a folder`);
  if (code === 'EACCES') return new ControlFileError(`${file}: it cannot be read`);
  return error instanceof Error ? error : new Error(String(error));
}
