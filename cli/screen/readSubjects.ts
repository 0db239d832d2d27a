import { createReadStream, statSync } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { SubjectFacts } from '../../subgraphs/sanctions/screening/engine/subject';
import { CommandError, usageError } from '../command/commandError';
import { type BirthFormat, readBirth } from './birthFormats';
import { type NamedColumns, type SubjectColumns, subjectColumns, type SubjectField } from './subjectColumns';

/** One row of a file of subjects. */
export interface SubjectRow {
  /** As they stand in the file, as many as the row has. */
  readonly cells: readonly string[];
  readonly facts: SubjectFacts;
  /** The problem of the row. The row is screened all the same, by the values that can be read. */
  readonly problem: string | null;
  /** The offset of its end in the file, in bytes. */
  readonly bytes: number;
}

const kinds = ['PERSON', 'ORGANISATION', 'GROUP', 'VESSEL', 'AIRCRAFT'] as const;

export function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw usageError(`${file}: there is no such file`);
  return found.size;
}

export interface SubjectFileOptions {
  /** The headers of fields that do not have a known one. */
  readonly columns: NamedColumns;
  readonly birthFormats: readonly BirthFormat[];
  readonly delimiter: string;
  /** Whether a name is a line in which names stand. */
  readonly isFreeText: boolean;
}

export interface SubjectFile {
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<SubjectRow>;
}

/** The longest row, in characters. */
const maxRow = 1_000_000;

/** Opens a CSV file with a header and streams its rows. Throws CommandError, also while rows are read. */
export async function readSubjects(file: string, options: SubjectFileOptions): Promise<SubjectFile> {
  const { delimiter } = options;
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: maxRow,
  });
  // An error on the way is thrown by the parser, from which rows are read.
  pipeline(createReadStream(file), utf8(file), parser, () => undefined);
  const records = recordsOf(file, parser);
  const first = await records.next();
  if (first.done) throw usageError(`${file}: the file is empty`);
  const headers = first.value.record.map((header) => header.trim());
  return { headers, rows: rowsOf(records, { file, headers, options }) };
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

async function* recordsOf(file: string, parser: AsyncIterable<ParsedRow>): AsyncGenerator<ParsedRow> {
  try {
    yield* parser;
  } catch (error) {
    if (error instanceof CsvError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

interface RowForm {
  readonly file: string;
  readonly headers: readonly string[];
  readonly options: SubjectFileOptions;
}

async function* rowsOf(
  records: AsyncIterable<ParsedRow>,
  { file, headers, options }: RowForm,
): AsyncGenerator<SubjectRow> {
  const columns = subjectColumns(file, headers, options.columns);
  for await (const row of records) yield subjectRow(row, { headers, columns, options });
}

function subjectRow(
  { record, info }: ParsedRow,
  {
    headers,
    columns,
    options,
  }: { headers: readonly string[]; columns: SubjectColumns; options: SubjectFileOptions },
): SubjectRow {
  const value = (field: SubjectField) => {
    const place = columns[field];
    return place === undefined ? '' : (record[place] ?? '').trim();
  };
  const problems: string[] = [];
  if (record.length !== headers.length)
    problems.push(`line ${info.lines} has ${record.length} columns, the first line ${headers.length}`);
  const kind = kinds.find((known) => known === value('kind').toUpperCase());
  if (!kind && value('kind') !== '')
    problems.push(
      `${JSON.stringify(value('kind').slice(0, 40))} is not a kind (${kinds.join(', ')}): screened without it`,
    );
  const birth = value('birthDate') === '' ? null : readBirth(value('birthDate'), options.birthFormats);
  if (birth && 'problem' in birth) problems.push(birth.problem);
  return {
    cells: record,
    facts: {
      name: value('name'),
      isFreeText: options.isFreeText,
      birthDate: birth && 'date' in birth ? birth.date : null,
      nationality: value('nationality') || null,
      kind: kind ?? null,
      identifiers: value('identifiers')
        .split(/[;|]/)
        .map((identifier) => identifier.trim())
        .filter((identifier) => identifier !== ''),
    },
    problem: problems.length > 0 ? problems.join('; ') : null,
    bytes: info.bytes,
  };
}

/** Rejects what is not UTF-8: names of another encoding would be screened garbled, and not found. */
function utf8(file: string): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let before = 0;
  const decode = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      before += chunk?.length ?? 0;
      done(null, text);
    } catch {
      done(new CommandError(`${file}: not UTF-8, in or after the ${Math.floor(before / 1024) + 1}. KiB`));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}
