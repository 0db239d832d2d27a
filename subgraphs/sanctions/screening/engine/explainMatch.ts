import type { AlignedWords, WeighedName } from './alignNames';
import type { Modifier } from './evidence';
import { ofacParity } from './ofacParity';
import type { EntryMatch } from './screeningIndex';
import type { Subject } from './subject';
import type { WordAlignment } from './wordSimilarity';

/** Words of the two names that stand against each other. */
export interface ExplainedWords {
  readonly query: readonly string[];
  readonly listed: readonly string[];
  /** 0 to 1 */
  readonly similarity: number;
  readonly alignment: WordAlignment;
}

/**
 * A match as shown to clients: the actor, the score, and every step that led there. Scores are 0 to 1, to
 * four decimals.
 */
export interface ExplainedMatch {
  readonly actorId: string;
  readonly list: string;
  readonly score: number;
  readonly queryName: string;
  readonly matchedName: string;
  readonly weakAlias: boolean;
  readonly nameScore: number;
  readonly ofacParity: number | null;
  readonly words: readonly ExplainedWords[];
  readonly queryAlone: readonly string[];
  readonly listedAlone: readonly string[];
  readonly modifiers: readonly Modifier[];
  readonly confirmedBy: readonly string[];
}

const rounded = (score: number) => Math.round(score * 10_000) / 10_000;

/** Words of a name by their places. */
const wordsAt = ({ tokens }: WeighedName, places: readonly number[]) =>
  places.map((at) => tokens[at]?.text ?? '').filter((text) => text !== '');

/** Tells a match: the words as they were compared, in lower-case Latin letters. */
export function explainMatch(subject: Subject, match: EntryMatch): ExplainedMatch {
  const { entry, best, modifiers, confirmedBy } = match;
  return {
    actorId: entry.actorId,
    list: entry.list,
    score: rounded(match.score),
    queryName: subject.words.name,
    matchedName: best.listed.text,
    weakAlias: best.listed.weak,
    nameScore: rounded(best.name.score),
    ofacParity: ofacParity(subject.words.name, best.listed.text),
    words: best.name.aligned.map((pair: AlignedWords) => ({
      query: wordsAt(best.query, pair.query),
      listed: wordsAt(best.words, pair.listed),
      similarity: rounded(pair.similarity),
      alignment: pair.alignment,
    })),
    queryAlone: wordsAt(best.query, best.name.queryAlone),
    listedAlone: wordsAt(best.words, best.name.listedAlone),
    modifiers,
    confirmedBy,
  };
}
