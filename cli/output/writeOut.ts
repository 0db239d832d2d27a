import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes text to stdout as fast as it is taken there, and no faster. Ends without an error where whoever reads has seen
 * enough: `cordon ledger export | head`.
 */
export async function writeOut(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
