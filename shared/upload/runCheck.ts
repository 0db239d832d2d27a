import type { Logger } from '../logger/logger';
import type { UploadRecord } from './upload.record';
import { PartlyStoredError } from './partlyStoredError';
import { silenceMs, type UploadOutcome, type UploadStore } from './upload.store';
import { UploadError } from './uploadError';
import { withoutFolder, withUploadFolder } from './uploadFolder';

export interface CheckOptions {
  /** Reads the files. Rejects with an error that is foreseen, or with any other; in PartlyStoredError where it stored rows. */
  readonly check: (
    paths: readonly string[],
    onProgress: (progress: NonNullable<UploadRecord['progress']>) => void,
  ) => Promise<UploadOutcome>;
  /** Tells if the message of an error is for the uploader. Others are logged, and not shown. */
  readonly isForeseen: (error: unknown) => boolean;
  readonly logger: Logger;
}

/** Progress is written at most so often, in milliseconds. */
const progressMs = 500;

/**
 * Reads what was uploaded, and settles it. Never rejects: what goes wrong is the outcome. A process that ends meanwhile
 * leaves an upload of which nothing is heard, which is cut off.
 */
export async function runCheck(
  store: UploadStore,
  upload: UploadRecord,
  { check, isForeseen, logger }: CheckOptions,
): Promise<void> {
  const { _id } = upload;
  const log = (error: unknown) => logger.error({ err: error, upload: _id }, 'an upload failed');
  const problemOf = (error: unknown) => {
    if (error instanceof UploadError || isForeseen(error)) return withoutFolder((error as Error).message);
    log(error);
    return 'Something unexpected went wrong: the log of the server says what.';
  };
  const alive = setInterval(() => void store.touch(_id).catch(() => undefined), silenceMs / 6);
  let writtenAt = 0;
  const onProgress = (progress: NonNullable<UploadRecord['progress']>) => {
    if (Date.now() - writtenAt < progressMs) return;
    writtenAt = Date.now();
    void store.touch(_id, progress).catch(() => undefined);
  };
  try {
    const outcome = await withUploadFolder(store, upload, (paths) => check(paths, onProgress)).catch(
      (error: unknown): UploadOutcome => {
        if (!(error instanceof PartlyStoredError)) return { state: 'FAILED', problem: problemOf(error) };
        return { state: 'FAILED', problem: `${problemOf(error.cause)}\n${error.message}` };
      },
    );
    await store.settle(_id, 'CHECKING', outcome);
  } catch (error) {
    log(error);
  } finally {
    clearInterval(alive);
  }
}
