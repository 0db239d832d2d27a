import type { ExplainedMatch } from '../../subgraphs/sanctions/screening/engine/explainMatch';
import type {
  ScreeningIndex,
  ScreeningOptions,
} from '../../subgraphs/sanctions/screening/engine/screeningIndex';
import { screenSubject } from '../../subgraphs/sanctions/screening/engine/screenSubject';
import type { SubjectRow } from './readSubjects';

/** A row of the file with its result. */
export interface ScreenedSubject {
  readonly row: SubjectRow;
  readonly matches: readonly ExplainedMatch[];
  /** The reasons why the subject, or a part of it, could not be screened; null without one. */
  readonly problem: string | null;
  /** The list versions that were screened against, such as `ofac-sdn 2024-01-08`. */
  readonly versions: string;
}

export interface ScreenedCounts {
  subjects: number;
  /** Subjects with at least one match. */
  alerts: number;
  problems: number;
}

/** Screens rows as they come, and counts them in `counts`. */
export async function* screenSubjects(
  rows: AsyncIterable<SubjectRow>,
  { index, options, counts }: { index: ScreeningIndex; options: ScreeningOptions; counts: ScreenedCounts },
): AsyncGenerator<ScreenedSubject> {
  const versions = index.versions.map(({ list, version }) => `${list} ${version}`).join('; ');
  for await (const row of rows) {
    const screened = screenSubject(index, row.facts, options);
    const problems = [row.problem, screened.problem].filter((text) => text !== null);
    counts.subjects++;
    if (screened.matches.length > 0) counts.alerts++;
    if (problems.length > 0) counts.problems++;
    yield {
      row,
      matches: screened.matches,
      problem: problems.length > 0 ? problems.join('; ') : null,
      versions,
    };
  }
}
