import { basename } from 'node:path';
import type { AttributionRecords } from '../connectAttribution';
import { fileDigest } from './fileDigest';
import { importFile, type ImportOptions, type ImportReport } from './importFile.store';
import { isUtxo, type NewMovement } from '../transfer/newTransfer';
import { readMovements } from '../transfer/readMovements';
import { storeTransfers } from '../transfer/storeTransfers.store';

/**
 * Imports transfers from a CSV or JSON lines file. What is there already is counted and left as it is; a row that cannot
 * be read, or that says something else of what is there, is quarantined by its line, and the rest goes on. May be cut off
 * at any moment and done again. Throws ImportFileError and TransferImportError.
 */
export function importTransfers(
  records: AttributionRecords,
  file: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const source = fileSource(file);
  const digest = fileDigest();
  return importFile<NewMovement>(
    records,
    {
      kind: 'TRANSFERS',
      file,
      digest,
      readings: readMovements(file, () => source, { ...options, onChunk: digest.onChunk }),
      sizeOf: (movement) => (isUtxo(movement) ? movement.inputs.length + movement.outputs.length : 1),
      async store(batch) {
        const rows = batch.map(({ row }) => row);
        const { stored, duplicates, conflicts } = await storeTransfers(records, rows, 'refuse');
        return {
          stored,
          duplicates,
          quarantined: conflicts.map(({ place, problem }) => ({ line: batch[place]?.line ?? 0, problem })),
        };
      },
    },
    options,
  );
}

/** The source of what a file says: the file, by its name alone. */
export function fileSource(file: string) {
  const name = basename(file);
  return { id: `file:${name}`, title: name, publisher: null, publishedOn: null, url: null, quote: null };
}
