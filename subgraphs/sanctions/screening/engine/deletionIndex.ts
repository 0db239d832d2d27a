import type { Steps } from '../../../../shared/batch/steps';
import { maxWordLength } from './editDistance';
import { packPostings, PairList, type Postings } from './postings';

/**
 * Finds words within the edit limit of a word, by the symmetric deletion method of SymSpell (W. Garbe 2012).
 * It compares the forms of both with as many letters omitted. A result may be further away and must be
 * checked; within the limit it misses nothing.
 */
export interface DeletionIndex {
  /** Calls `found` with the number of each word that may be near; one may be named more than once. */
  near(key: string, found: (word: number) => void): void;
}

const bits = 20;
const mask = (1 << bits) - 1;
const prime = 0x01000193;
const codes = new Uint8Array(maxWordLength);

/** Words are taken so many in one step. */
const wordsAtATime = 1_000;

export function* deletionIndex(
  keys: readonly string[],
  limitOf: (length: number) => number,
): Steps<DeletionIndex> {
  const pairs = new PairList();
  for (const [word, key] of keys.entries()) {
    if (word % wordsAtATime === 0) yield;
    eachDeletion(key, limitOf(key.length), (hash) => pairs.add(hash, word));
  }
  yield;
  const buckets: Postings = packPostings(1 << bits, pairs);
  return {
    near(key, found) {
      eachDeletion(key, limitOf(key.length), (hash) => {
        const end = buckets.starts[hash + 1] as number;
        for (let at = buckets.starts[hash] as number; at < end; at++) found(buckets.values[at] as number);
      });
    },
  };
}

/** Visits the hash of the word with 0, 1 or 2 letters omitted, as many as the limit allows. */
function eachDeletion(key: string, limit: number, visit: (hash: number) => void): void {
  const length = Math.min(key.length, maxWordLength);
  for (let i = 0; i < length; i++) codes[i] = key.charCodeAt(i);
  visit(hashWithout(length, -1, -1));
  if (limit < 1) return;
  for (let i = 0; i < length; i++) {
    visit(hashWithout(length, i, -1));
    if (limit > 1) for (let j = i + 1; j < length; j++) visit(hashWithout(length, i, j));
  }
}

/** FNV-1a, folded to the bits of the table. */
function hashWithout(length: number, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) {
    if (i !== first && i !== second) hash = Math.imul(hash ^ (codes[i] as number), prime);
  }
  return (hash ^ (hash >>> bits)) & mask;
}
