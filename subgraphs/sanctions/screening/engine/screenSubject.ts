import { type ExplainedMatch, explainMatch } from './explainMatch';
import type { ScreeningIndex, ScreeningOptions } from './screeningIndex';
import { readSubject, type SubjectFacts } from './subject';

/** The result of screening a subject. */
export interface SubjectScreening {
  readonly matches: readonly ExplainedMatch[];
  /** The problem of the subject or of the list data; null without one. */
  readonly problem: string | null;
}

/** Screens one subject. Never throws for its content; a part that cannot be screened is the problem. */
export function screenSubject(
  index: ScreeningIndex,
  facts: SubjectFacts,
  options: ScreeningOptions,
): SubjectScreening {
  const { subject, problem } = readSubject(facts);
  const problems = [problem, index.versions.length === 0 ? noList : null].filter((text) => text !== null);
  return {
    matches: subject ? index.screen(subject, options).map((match) => explainMatch(subject, match)) : [],
    problem: problems.length > 0 ? problems.join('; ') : null,
  };
}

/** "Not found" is not "not listed" where there is no list. */
const noList =
  'no sanctions list is imported, or none is among `lists`: only the actors of loaded cases were screened against';
