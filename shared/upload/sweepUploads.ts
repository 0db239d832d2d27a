import type { Logger } from '../logger/logger';
import { silenceMs, type UploadStore } from './upload.store';

/** Sweeps uploads at once and then each minute, until it is closed. A failure is logged, and the next time tries again. */
export function sweepUploads(store: UploadStore, logger: Logger): { close(): Promise<void> } {
  let running = Promise.resolve();
  const sweep = () => {
    running = running
      .then(() => store.sweep())
      .catch((error: unknown) => logger.warn({ err: error }, 'uploads that ended could not be swept'));
  };
  sweep();
  const timer = setInterval(sweep, silenceMs).unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
