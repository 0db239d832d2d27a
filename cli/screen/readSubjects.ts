import { createReadStream, statSync } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { SubjectFacts } from '../../subgraphs/sanctions/screening/engine/subject';
import { CommandError, usageError } from '../command/commandError';

/** One row of a file of subjects. */
export interface SubjectRow {
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

/** Streams the rows of a CSV file with a header; of its columns `name` must be there. Throws CommandError. */
export async function* readSubjects(file: string): AsyncGenerator<SubjectRow> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true });
  // An error on the way is thrown by the parser, from which rows are read.
  pipeline(createReadStream(file), utf8(file), parser, () => undefined);
  let columns: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      if (!columns) {
        columns = record.map((column) => column.trim());
        if (!columns.includes('name'))
          throw usageError(`${file}: the first line names the columns, and \`name\` is not among them`);
        continue;
      }
      yield subjectRow(columns, record, info);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
  if (!columns) throw usageError(`${file}: the file is empty`);
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

function subjectRow(
  columns: readonly string[],
  record: readonly string[],
  info: ParsedRow['info'],
): SubjectRow {
  const value = (column: string) => record[columns.indexOf(column)] ?? '';
  const problems: string[] = [];
  if (record.length !== columns.length)
    problems.push(`line ${info.lines} has ${record.length} columns, the first line ${columns.length}`);
  const kind = kinds.find((known) => known === value('kind').trim().toUpperCase());
  if (!kind && value('kind').trim() !== '')
    problems.push(
      `${JSON.stringify(value('kind').slice(0, 40))} is not a kind (${kinds.join(', ')}): screened without it`,
    );
  return {
    facts: {
      name: value('name'),
      birthDate: value('birthDate').trim() || null,
      nationality: value('nationality').trim() || null,
      kind: kind ?? null,
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
