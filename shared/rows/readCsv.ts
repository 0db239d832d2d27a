import { CsvError, parse } from 'csv-parse/sync';
import { ImportFileError } from './importFileError';
import { readLines } from './readLines';
import type { Columns, ReadOptions, RowReading, RowValues } from './rowReading';

/** A row is a few hundred characters; a file that is no CSV may be one endless row. */
const maxLineLength = 64 * 1024;

/**
 * Streams the rows of a CSV file (RFC 4180, UTF-8, with a header), by column name. An absent optional column
 * or an empty field is omitted. A row is one line: no value of ours has a line break in it. So a quote that
 * is not closed spoils only its own row. Throws ImportFileError where the file as a whole is invalid.
 */
export async function* readCsv(
  file: string,
  columns: Columns,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<RowValues>> {
  let header: readonly string[] | undefined;
  for await (const read of readLines(file, { maxLineLength, ...options })) {
    if ('problem' in read) {
      if (!header)
        throw new ImportFileError(`${file}:${read.line}: the names of the columns: ${read.problem}`);
      yield read;
      continue;
    }
    const { line, text } = read;
    const fields = fieldsOf(text);
    if (!header) header = checkedHeader(file, 'problem' in fields ? [text] : fields, columns);
    else if ('problem' in fields) yield { line, problem: fields.problem };
    else if (fields.length === header.length) yield { line, row: byName(header, fields) };
    else yield { line, problem: `it has ${fields.length} fields, the header ${header.length}` };
  }
  if (!header) throw new ImportFileError(`${file}: it is empty; the first line names the columns`);
}

function fieldsOf(text: string): readonly string[] | { readonly problem: string } {
  // Most rows have no quotes, and need no parser.
  if (!text.includes('"')) return text.split(',').map((field) => field.trim());
  try {
    const [fields = []] = parse(text, { trim: true, relax_column_count: true });
    return fields;
  } catch (error) {
    if (error instanceof CsvError) {
      return { problem: 'it is not CSV: a quote is not closed, or stands within a field' };
    }
    throw error;
  }
}

function checkedHeader(file: string, header: readonly string[], { needed, optional }: Columns) {
  const missing = needed.filter((name) => !header.includes(name));
  const strange = header.filter(
    (name, i) => ![...needed, ...optional].includes(name) || header.indexOf(name) !== i,
  );
  if (missing.length === 0 && strange.length === 0) return header;
  throw new ImportFileError(
    `${file}:1: the columns are ${needed.join(',')}${optional.map((name) => `[,${name}]`).join('')}; ` +
      (missing.length > 0
        ? `missing: ${missing.join(', ')}`
        : `not known, or twice: ${strange.join(', ')}`
      ).slice(0, 200),
  );
}

function byName(header: readonly string[], fields: readonly string[]): RowValues {
  const values: Record<string, string> = {};
  header.forEach((name, i) => {
    const value = fields[i];
    if (value) values[name] = value;
  });
  return values;
}
