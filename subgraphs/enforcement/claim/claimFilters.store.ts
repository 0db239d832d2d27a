import type { QueryFilter } from 'mongoose';
import type { ClaimRecord } from './claim.record';
import { subjectSearchOf } from './subjects.rules';
import { foldWords } from './topicKey.rules';

type Filter = QueryFilter<ClaimRecord>;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Claims about something (subjects.rules.ts). */
export function aboutFilter(about: string): Filter {
  const search = subjectSearchOf(about);
  if (!search) return { about };
  const { names, foldedName } = search;
  if (names) {
    return {
      $or: [
        { about },
        { subject: names },
        { object: names },
        { 'source.publisher': names },
        { 'lossEstimates.by': names },
      ],
    };
  }
  return { $or: [{ about }, { about: [], ...subjectFilter(foldedName ?? '') }] };
}

/** Claims whose subject is this one, as a source names it, without regard to case, accents and punctuation. */
export const subjectFilter = (subject: string): Filter => ({
  topicKey: new RegExp(`^${escaped(foldWords(subject))}\\|`),
});

/** A word as it may be written: sources set apostrophes in several ways. */
const patternOf = (word: string) => escaped(word.normalize('NFKC')).replace(/['’‘ʼ`]/g, "['’‘ʼ`]");

const searched = ['statement', 'subject', 'predicate', 'object', 'note', 'source.title'] as const;

/** Claims that have every word, somewhere in their words or in the title of their source. */
export const wordsFilter = (words: readonly string[]): Filter => ({
  $and: words.map((word) => ({
    $or: searched.map((field) => ({ [field]: new RegExp(patternOf(word), 'i') })),
  })),
});
