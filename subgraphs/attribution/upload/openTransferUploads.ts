import type { Logger } from '../../../shared/logger/logger';
import { openUploads, type Uploads } from '../../../shared/upload/openUploads';
import { PartlyStoredError } from '../../../shared/upload/partlyStoredError';
import type { UploadRecord } from '../../../shared/upload/upload.record';
import type { UploadOutcome, UploadStore } from '../../../shared/upload/upload.store';
import type { AttributionRecords } from '../connectAttribution';
import { importTransfers } from '../import/importTransfers';
import { ImportFileError } from '../../../shared/rows/importFileError';
import { TransferImportError } from '../sequence/transferImportError';
import { partialImport } from './partialImport';
import type { TransferReport } from './transferUpload.type';

/** Imports uploaded files of transfers in this process, as `cordon import transfers` does. */
export const openTransferUploads = (
  store: UploadStore,
  records: AttributionRecords,
  logger: Logger,
): Uploads =>
  openUploads(store, {
    checkOf: (upload) => ({
      check: (paths, onProgress) => importUpload(records, upload, { paths, onProgress }),
      isForeseen: (error) => error instanceof ImportFileError || error instanceof TransferImportError,
    }),
    logger,
  });

interface UploadFiles {
  readonly paths: readonly string[];
  readonly onProgress: (progress: NonNullable<UploadRecord['progress']>) => void;
}

async function importUpload(
  records: AttributionRecords,
  { files }: UploadRecord,
  { paths: [path, more], onProgress }: UploadFiles,
): Promise<UploadOutcome> {
  if (path === undefined || more !== undefined)
    throw new ImportFileError('transfers are uploaded one file at a time: nothing was imported');
  const of = files[0]?.bytes ?? 0;
  let imported = 0;
  const {
    import: id,
    read,
    stored,
    duplicates,
    quarantined,
  } = await importTransfers(records, path, {
    onBytes: (done) => onProgress({ text: 'importing transfers', done, of }),
    onProgress: (counts) => (imported = counts.read),
  }).catch((error: unknown) => {
    // The file as a whole is rejected before a row of it is stored.
    if (imported === 0 && error instanceof ImportFileError) throw error;
    throw new PartlyStoredError(partialImport(imported), error);
  });
  const report: TransferReport = { import: id, read, stored, duplicates, quarantined };
  return { state: 'DONE', report: JSON.stringify(report) };
}
