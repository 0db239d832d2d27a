import type { Match, ScreenedSubject, Subject } from './subject';
import { screeningTexts } from '../../texts/screening';

/** One row of the table: a match, or a subject without one or with a problem. */
export interface ResultRow {
  readonly key: string;
  readonly subject: Subject;
  readonly match: Match | undefined;
  /** The problems of this subject only; empty where it has only those of all subjects (`sharedProblems`). */
  readonly problem: string | undefined;
}

const rankOf = ({ match, problem }: ResultRow) => (match ? match.score : problem === undefined ? 0 : 0.01);

const partsOf = ({ screening }: ScreenedSubject) => screening.problem?.split('; ') ?? [];

/** The problems that several subjects all have, such as that no list is imported: shown once, not in each row. */
export function sharedProblems(screened: readonly ScreenedSubject[]): readonly string[] {
  const [first, ...rest] = screened;
  if (!first || rest.length === 0) return [];
  const others = rest.map((one) => new Set(partsOf(one)));
  return partsOf(first).filter((part) => others.every((parts) => parts.has(part)));
}

/** Rows with matches first, the best of them above; then what could not be screened; then the rest, in their order. */
export function resultRows(screened: readonly ScreenedSubject[]): ResultRow[] {
  const shared = sharedProblems(screened);
  const rows = screened.flatMap((one, i): ResultRow[] => {
    const { subject, screening } = one;
    const own = partsOf(one).filter((part) => !shared.includes(part));
    const problem = screening.problem === null ? undefined : own.join('; ');
    // Null only beside a problem, which has a row of its own.
    const matches = (screening.matches ?? []).map((match, j) => ({
      key: `${i}.${j}`,
      subject,
      match,
      problem: undefined,
    }));
    if (matches.length > 0 && !problem) return matches;
    return [...matches, { key: String(i), subject, match: undefined, problem }];
  });
  return rows.sort((a, b) => rankOf(b) - rankOf(a));
}

/** The list versions that the answers are for, each once; none where no list is in force. */
export const versionsOf = (screened: readonly ScreenedSubject[]): readonly string[] => [
  ...new Set(
    screened.flatMap(({ screening }) => screening.versions.map(({ list, version }) => `${list} ${version}`)),
  ),
];

/**
 * Returns the reasons of a match, in words: the aligned words, the unmatched ones, and the points of other
 * facts.
 */
export function reasonsOf(match: Match): string[] {
  const { words, queryAlone, listedAlone, modifiers, weakAlias } = match;
  return [
    ...words.map(({ query, listed, alignment }) =>
      screeningTexts.pair(query.join(' '), listed.join(' '), alignment.toLowerCase()),
    ),
    ...(queryAlone.length
      ? [`${screeningTexts.queryAlone} ${screeningTexts.alone(queryAlone.join(' '))}`]
      : []),
    ...(listedAlone.length ? [`${screeningTexts.list} ${screeningTexts.alone(listedAlone.join(' '))}`] : []),
    ...modifiers.map(({ text, points }) => screeningTexts.points(text, points)),
    ...(weakAlias ? [screeningTexts.weak] : []),
  ];
}
