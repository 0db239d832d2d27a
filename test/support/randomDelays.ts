import { randomInt } from 'node:crypto';

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

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
