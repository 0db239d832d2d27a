import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The rows of a CSV file with a header; lines that begin with `#` are comments. */
export function csvRows(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8');
  return parse(text, { columns: true, skip_empty_lines: true, relax_column_count: true, bom: true });
}

/** The files of a folder whose names begin so: `name_bench_cases_dev.csv`, `name_bench_cases_other.csv`. */
export function filesNamed(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name));
}
