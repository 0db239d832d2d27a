import { once } from 'node:events';

/** Writes text to stdout as fast as it is taken there, and no faster. */
export async function writeOut(pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
