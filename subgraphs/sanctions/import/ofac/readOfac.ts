import type { ListReading } from '../../list/listReading';
import { readAdvanced } from './advanced/readAdvanced';
import { findOfacFiles, type FindOfacOptions, type OfacFiles } from './ofacFiles';
import { reconcileAdvanced } from './reconcileAdvanced';
import { readOfacCsv } from './readOfacCsv';

/** Reads OFAC's lists from folders or files: CSV, advanced XML, or both beside each other. Throws ImportError. */
export async function readOfac(
  given: readonly string[],
  options: FindOfacOptions = {},
): Promise<ListReading[]> {
  const files = findOfacFiles(given, options);
  const csv = new Map(
    readOfacCsv(files.filter(({ main }) => main !== null)).map((reading) => [reading.list, reading]),
  );
  const readings: ListReading[] = [];
  for (const one of files) readings.push(await withAdvanced(one, csv.get(one.list)));
  return readings;
}

async function withAdvanced(
  { list, advanced }: OfacFiles,
  csv: ListReading | undefined,
): Promise<ListReading> {
  if (advanced === null) {
    if (!csv) throw new Error(`${list} has neither CSV nor XML`);
    return csv;
  }
  const reading = await readAdvanced(advanced, list);
  return csv ? reconcileAdvanced(csv, reading) : reading;
}
