import type { Model } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import type { NameStyle } from '../screening/engine/nameTokens';
import type { WordCounts } from '../screening/engine/wordBasis';
import type { CountedWordsRecord } from './screeningState.record';

/** The only place that reads and writes the counts of words that scores rest on. */
export interface WordCountStore {
  keepWords(edition: number, counts: WordCounts): Promise<void>;
  /** Throws where they are missing. */
  words(edition: number): Promise<WordCounts>;
}

const wordsADocument = 5_000;
const styles: readonly NameStyle[] = ['PERSON', 'ORGANISATION'];

export function wordCountStore(countedWords: Model<CountedWordsRecord>): WordCountStore {
  return {
    async keepWords(edition, counts) {
      const rows: CountedWordsRecord[] = styles.flatMap((style) => {
        const { names, words } = counts[style];
        const texts = [...words].map(([word, count]) => `${count}\t${word}`);
        const parts = texts.length === 0 ? [[]] : [...chunksOf(texts, wordsADocument)];
        return parts.map((part, i) => ({
          _id: `${edition}:${style}:${i}`,
          edition,
          style,
          names,
          words: part,
        }));
      });
      await countedWords.deleteMany({ edition });
      await countedWords.insertMany(rows);
    },
    async words(edition) {
      const rows = await countedWords.find({ edition }).sort({ _id: 1 }).lean<CountedWordsRecord[]>();
      const of = (style: NameStyle) => {
        const own = rows.filter((row) => row.style === style);
        if (!own[0]) throw new Error(`the counts of words ${edition} are missing, which scores rest on`);
        const words = new Map<string, number>();
        for (const text of own.flatMap((row) => row.words)) {
          const tab = text.indexOf('\t');
          words.set(text.slice(tab + 1), Number(text.slice(0, tab)));
        }
        return { names: own[0].names, words };
      };
      return { PERSON: of('PERSON'), ORGANISATION: of('ORGANISATION') };
    },
  };
}
