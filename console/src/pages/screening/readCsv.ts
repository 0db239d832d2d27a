import Papa from 'papaparse';

export interface CsvFile {
  readonly headers: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Reads a CSV file with a header line. Rejects with the reason where it cannot be read whole. */
export function readCsv(file: File): Promise<CsvFile> {
  return new Promise((resolve, reject) => {
    Papa.parse<Record<string, string>>(file, {
      header: true,
      skipEmptyLines: 'greedy',
      complete: ({ data, meta, errors }) => {
        // A file of one column has no delimiter to detect.
        const fatal = errors.find(({ code }) => code !== 'UndetectableDelimiter' && code !== 'TooFewFields');
        if (fatal) reject(new Error(`${fatal.message} (row ${(fatal.row ?? 0) + 1})`));
        else resolve({ headers: meta.fields ?? [], rows: data });
      },
      error: reject,
    });
  });
}
