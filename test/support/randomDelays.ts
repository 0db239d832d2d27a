import { randomInt } from 'node:crypto';
import { mulberry32 } from './mulberry32';

/**
 * Returns delays of a sequence that RANDOM_SEED repeats. Without it the seed is another in each run, and printed, so that
 * a failure can be tried again with the delays that it had.
 */
export function randomDelays(test: string): (maxMs: number) => number {
  const given = process.env['RANDOM_SEED'];
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`RANDOM_SEED is "${given}": set it to a whole number`);
  process.stderr.write(`${test}: RANDOM_SEED=${seed} repeats these delays\n`);
  const next = mulberry32(seed);
  return (maxMs) => next() * maxMs;
}
