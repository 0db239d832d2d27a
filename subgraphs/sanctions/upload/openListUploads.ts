import type { Logger } from '../../../shared/logger/logger';
import { openUploads, type Uploads } from '../../../shared/upload/openUploads';
import type { UploadStore } from '../../../shared/upload/upload.store';
import type { ImportInto } from '../import/importLists';
import { ImportError } from '../importLease/importError';
import { checkUpload } from './importUpload';

/** Reads uploaded lists in this process, one after the other as they come. */
export const openListUploads = (store: UploadStore, into: ImportInto, logger: Logger): Uploads =>
  openUploads(store, {
    checkOf: (upload) => ({
      check: (paths, onStep) => checkUpload({ into, uploads: store }, upload, { paths, onStep }),
      isForeseen: (error) => error instanceof ImportError,
    }),
    logger,
  });
