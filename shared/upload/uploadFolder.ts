import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UploadError } from './uploadError';
import type { UploadRecord } from './upload.record';
import type { UploadStore } from './upload.store';

/**
 * Writes the files of an upload to a temporary folder for a piece of work, and removes it after that. Nothing is worked on
 * before each file is whole: as long, and of the SHA-256, as what the gateway received.
 * @throws UploadError where a file is not
 */
export async function withUploadFolder<T>(
  store: UploadStore,
  { _id: upload, files }: Pick<UploadRecord, '_id' | 'files'>,
  work: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-upload-'));
  try {
    const paths: string[] = [];
    for (const { name, bytes, sha256 } of files) {
      const path = join(folder, name);
      const hash = createHash('sha256');
      let length = 0;
      const counted = async function* () {
        for await (const part of store.partsOf(upload, name)) {
          hash.update(part);
          length += part.length;
          yield part;
        }
      };
      await pipeline(counted(), createWriteStream(path, { mode: 0o600 }));
      if (length !== bytes || hash.digest('hex') !== sha256)
        throw new UploadError(`${name} did not arrive whole: nothing was imported. Upload it again.`);
      paths.push(path);
    }
    return await work(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns a message about the files of an upload without the folder that they were read in. */
export const withoutFolder = (message: string): string =>
  message.replaceAll(/(?:\/[^\s/:]+)*\/cordon-upload-[^\s/:]+\//g, '');
