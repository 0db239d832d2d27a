import type { Logger } from '../../../shared/logger/logger';
import { runCheck } from '../../../shared/upload/runCheck';
import type { HasUploads } from '../../../shared/upload/upload.context';
import type { UploadStore } from '../../../shared/upload/upload.store';
import type { ImportInto } from '../import/importLists';
import { ImportError } from '../importLease/importError';
import { checkUpload } from './importUpload';

export interface Uploads {
  readonly uploads: HasUploads['uploads'];
  /** Waits for the checks under way. */
  close(): Promise<void>;
}

/** Reads uploaded lists in this process, one after the other as they come. */
export function openUploads(store: UploadStore, into: ImportInto, logger: Logger): Uploads {
  const running = new Set<Promise<void>>();
  return {
    uploads: {
      store,
      startCheck(upload) {
        const check = runCheck(store, upload, {
          check: (paths, onStep) => checkUpload({ into, uploads: store }, upload, { paths, onStep }),
          isForeseen: (error) => error instanceof ImportError,
          logger,
        }).finally(() => running.delete(check));
        running.add(check);
      },
    },
    async close() {
      await Promise.all(running);
    },
  };
}
