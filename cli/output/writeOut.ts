import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes text to stdout as fast as its reader takes it. Ends without an error where the reader stops: `cordon
 * ledger export | head`.
 */
export async function writeOut(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
