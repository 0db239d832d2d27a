import { open } from 'node:fs/promises';
import { importFileError } from './importFileError';

/** Tells by its beginning: a JSON object, or the header of a CSV file. */
export async function isJsonLines(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1_024), 0, 1_024, 0);
      return /^\uFEFF?\s*\{/.test(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw importFileError(file, error);
  }
}
