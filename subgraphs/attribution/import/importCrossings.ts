import type { AttributionRecords } from '../connectAttribution';
import { type NewCrossing, readCrossings } from '../crossing/crossingRows';
import { fileDigest } from '../../../shared/rows/fileDigest';
import { importFile, type ImportOptions, type ImportReport } from '../../../shared/rows/importFile';
import { storeCrossings } from '../crossing/storeCrossings.store';

/**
 * Imports recorded swaps and bridges from a CSV or JSON lines file. A row whose movements are not stored, or
 * cannot follow each other, is quarantined by its line, and the rest goes on. Stored rows stay as they are.
 * It may be cut off at any moment and repeated. Throws ImportFileError and TransferImportError.
 */
export function importCrossings(
  records: AttributionRecords,
  file: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const digest = fileDigest();
  return importFile<NewCrossing>(
    records,
    {
      kind: 'CROSSINGS',
      file,
      digest,
      readings: readCrossings(file, { ...options, onChunk: digest.onChunk }),
      async store(batch) {
        const { stored, duplicates, rejected } = await storeCrossings(
          records,
          batch.map(({ row }) => row),
        );
        return {
          stored,
          duplicates,
          quarantined: rejected.map(({ place, problem }) => ({ line: batch[place]?.line ?? 0, problem })),
        };
      },
    },
    options,
  );
}
