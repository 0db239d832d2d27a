import { type CheckOptions, runCheck } from './runCheck';
import type { HasUploads } from './upload.context';
import type { UploadRecord } from './upload.record';
import type { UploadStore } from './upload.store';

export interface Uploads {
  readonly uploads: HasUploads['uploads'];
  /** Waits for the checks under way. */
  close(): Promise<void>;
}

/** Reads what is uploaded in this process, with the check that `optionsOf` gives for each upload. */
export function openUploads(store: UploadStore, optionsOf: (upload: UploadRecord) => CheckOptions): Uploads {
  const running = new Set<Promise<void>>();
  return {
    uploads: {
      store,
      startCheck(upload) {
        const check = runCheck(store, upload, optionsOf(upload)).finally(() => running.delete(check));
        running.add(check);
      },
    },
    async close() {
      await Promise.all(running);
    },
  };
}
