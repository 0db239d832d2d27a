import type { NameToken } from './nameTokens';
import { packPostings, PairList, type Postings } from './postings';
import { joinsBySound, joinedKey, joinedText } from './wordSimilarity';

/**
 * The names whose neighbouring words are another word when written as one: `abdul rahman` for `abdulrahman`.
 */
export interface JoinedIndex {
  /** The names that may; to be checked. */
  namesJoinedAs(token: NameToken): readonly number[];
}

const bits = 19;
const maxJoined = 3;

const hashOf = (text: string) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> bits)) & ((1 << bits) - 1);
};

/** Collects the neighbouring words of names. */
export class JoinedIndexBuilder {
  private readonly pairs = new PairList();

  add(name: number, tokens: readonly NameToken[]): void {
    for (const run of neighbours(tokens)) {
      const text = joinedText(run);
      this.pairs.add(hashOf(text), name);
      if (!joinsBySound(run)) continue;
      const key = joinedKey(run);
      if (key !== text) this.pairs.add(hashOf(key), name);
    }
  }

  build(): JoinedIndex {
    const postings: Postings = packPostings(1 << bits, this.pairs);
    const at = (hash: number) => postings.values.subarray(postings.starts[hash], postings.starts[hash + 1]);
    return {
      namesJoinedAs({ text, key }) {
        return text === key ? [...at(hashOf(text))] : [...at(hashOf(text)), ...at(hashOf(key))];
      },
    };
  }
}

/** The runs of two and three neighbouring words. */
export function* neighbours(tokens: readonly NameToken[]): Generator<readonly NameToken[]> {
  for (let from = 0; from < tokens.length; from++) {
    for (let count = 2; count <= maxJoined && from + count <= tokens.length; count++)
      yield tokens.slice(from, from + count);
  }
}
