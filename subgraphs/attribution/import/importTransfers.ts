import { basename } from 'node:path';
import type { AttributionRecords } from '../connectAttribution';
import { fileDigest } from '../../../shared/rows/fileDigest';
import { importFile, type ImportOptions, type ImportReport } from '../../../shared/rows/importFile';
import { isUtxo, type NewMovement } from '../transfer/newTransfer';
import { readMovements } from '../transfer/readMovements';
import { storeTransfers } from '../transfer/storeTransfers.store';

/**
 * Imports transfers from a CSV or JSON lines file. Stored rows are counted and stay as they are. A row that
 * cannot be read, or that differs from a stored one, is quarantined by its line, and the rest goes on. It may
 * be cut off at any moment and repeated. Throws ImportFileError and TransferImportError.
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
        const { stored, duplicates, conflicts } = await storeTransfers(records, rows, 'reject');
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

/** Returns the source of a file's facts: the bare name of the file. */
export function fileSource(file: string) {
  const name = basename(file);
  return { id: `file:${name}`, title: name, publisher: null, publishedOn: null, url: null, quote: null };
}
