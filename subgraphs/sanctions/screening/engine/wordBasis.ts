import type { NameStyle, NameToken } from './nameTokens';
import { rarity } from './rarity';

/** How many listed names have each word, by style; words as `wordIdentity` tells them apart. */
export type WordCounts = Readonly<
  Record<NameStyle, { readonly names: number; readonly words: ReadonlyMap<string, number> }>
>;

/**
 * What the weight of words and the cut of names without spaces rest on, where it is held still: the score of a name and an
 * entry is then the same whatever other entries are listed.
 */
export interface WordBasis {
  rarityOf(token: NameToken, style: NameStyle): number;
  /** Tells if a listed name has a word of these letters. */
  hasText(text: string): boolean;
}

/** The text of a word, with whether its script wrote no vowels. */
export const wordIdentity = ({ text, vowelless }: NameToken): string => (vowelless ? `${text} ` : text);

/** Makes a basis of counts. A word that no name has weighs as one of a single name, as in an index without a basis. */
export function wordBasis(counts: WordCounts): WordBasis {
  const has = (identity: string) =>
    counts.PERSON.words.has(identity) || counts.ORGANISATION.words.has(identity);
  return {
    rarityOf(token, style) {
      const { names, words } = counts[style];
      return rarity(words.get(wordIdentity(token)) ?? 1, names);
    },
    hasText: (text) => has(text) || has(`${text} `),
  };
}
