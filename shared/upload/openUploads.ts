import type { Logger } from '../logger/logger';
import { type CheckOptions, runCheck } from './runCheck';
import type { HasUploads } from './upload.context';
import { sweepUploads } from './sweepUploads';
import type { UploadRecord } from './upload.record';
import type { UploadStore } from './upload.store';

export interface Uploads {
  readonly uploads: HasUploads['uploads'];
  /** Waits for the checks and the sweep under way. */
  close(): Promise<void>;
}

export interface UploadOptions {
  /** Gives the check of an upload. */
  readonly checkOf: (upload: UploadRecord) => Omit<CheckOptions, 'logger'>;
  readonly logger: Logger;
}

/** Starts the checks of uploads in this process, and sweeps uploads at once and then each minute. */
export function openUploads(store: UploadStore, { checkOf, logger }: UploadOptions): Uploads {
  const running = new Set<Promise<void>>();
  const sweep = sweepUploads(store, logger);
  return {
    uploads: {
      store,
      startCheck(upload) {
        const check = runCheck(store, upload, { ...checkOf(upload), logger }).finally(() =>
          running.delete(check),
        );
        running.add(check);
      },
    },
    async close() {
      await sweep.close();
      await Promise.all(running);
    },
  };
}
