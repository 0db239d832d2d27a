import type { ListedNamesBySpelling } from './listedNames';
import type { NameStyle } from './nameTokens';
import { type WordCounts, wordIdentity } from './wordBasis';

/** Counts the words of listed names. Cost: one walk over them. */
export function countWords({ vocabulary, byStyle }: ListedNamesBySpelling): WordCounts {
  const countsOf = (style: NameStyle) => {
    const listed = byStyle.find((one) => one.style === style);
    const words = new Map<string, number>();
    vocabulary.tokens.forEach((token, id) => {
      const { starts } = listed?.namesWithWord ?? { starts: [] };
      const names = (starts[id + 1] ?? 0) - (starts[id] ?? 0);
      if (names === 0) return;
      const identity = wordIdentity(token);
      words.set(identity, (words.get(identity) ?? 0) + names);
    });
    return { names: listed?.names.length ?? 0, words };
  };
  return { PERSON: countsOf('PERSON'), ORGANISATION: countsOf('ORGANISATION') };
}
