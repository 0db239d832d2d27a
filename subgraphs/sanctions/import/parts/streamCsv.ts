import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { ImportError } from '../../importLease/importError';
import { isWebPage, unchanged } from '../readText';
import { textDecoder } from '../textDecoder';

/** A row of a CSV file. */
export interface CsvRow {
  /** Its last line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** Statements of reasons are a few thousand characters; a file that is no CSV may be one endless row. */
const maxRowLength = 1024 * 1024;

/**
 * Streams the rows of a CSV file (RFC 4180), of any number of fields each. Empty lines are left out. Throws
 * ImportError for a file that is empty, of another encoding, a web page, or whose last quote is not closed.
 */
export async function* streamCsv(file: string): AsyncGenerator<CsvRow> {
  const importError = (problem: string) => new ImportError(`${basename(file)}: ${problem}: ${unchanged}`);
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRowLength,
  });
  const source = Readable.from(decoded(file, importError));
  // A stream that fails does not end what it is piped to.
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>)
      yield { line: info.lines, fields: record };
  } catch (error) {
    if (error instanceof CsvError) throw importError(problemOf(error));
    throw error;
  } finally {
    source.destroy();
  }
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

async function* decoded(file: string, importError: (problem: string) => Error): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const isStart = decoder === undefined;
      decoder ??= textDecoder(chunk);
      const text = decoder.decode(chunk, { stream: true });
      if (text.includes('\0')) throw importError('it is not text (it holds zero bytes)');
      if (isStart && isWebPage(text)) throw importError('it is a web page, not a list');
      yield text;
    }
    if (!decoder) throw importError('it is empty');
    yield decoder.decode();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const encoding = decoder?.encoding.toUpperCase() ?? 'UTF-8';
    throw importError(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? `it is not ${encoding}` : message);
  }
}

function problemOf({ code, lines }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'it is truncated: its last quote is not closed';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `near line ${String(lines)}, a row is longer than ${maxRowLength} characters: it is no CSV`;
  return `near line ${String(lines)}, it is no CSV (${code})`;
}
