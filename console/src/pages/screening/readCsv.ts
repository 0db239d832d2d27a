import Papa from 'papaparse';
import { screeningTexts } from '../../texts/screening';

export interface CsvFile {
  readonly headers: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A decoder's mark for bytes that are not UTF-8: a name that contains it would match nothing. */
const replacement = '\uFFFD';

const isDamaged = (texts: readonly string[]) => texts.some((text) => text.includes(replacement));

/** Reads a CSV file in UTF-8 with a header line. Rejects with the reason where it cannot be read whole. */
export function readCsv(file: File): Promise<CsvFile> {
  return new Promise((resolve, reject) => {
    Papa.parse<Record<string, string>>(file, {
      header: true,
      skipEmptyLines: 'greedy',
      complete: ({ data, meta, errors }) => {
        // A file of one column has no delimiter to detect.
        const fatal = errors.find(({ code }) => code !== 'UndetectableDelimiter' && code !== 'TooFewFields');
        const headers = meta.fields ?? [];
        const damaged = data.findIndex((row) => isDamaged(Object.values(row)));
        if (fatal) reject(new Error(`${fatal.message} (row ${(fatal.row ?? 0) + 1})`));
        else if (isDamaged(headers) || damaged >= 0) reject(new Error(screeningTexts.notUtf8(damaged + 1)));
        else resolve({ headers, rows: data });
      },
      error: reject,
    });
  });
}
