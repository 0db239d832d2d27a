import type { ScreeningIndex } from '../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { readSubject, type SubjectFacts } from '../../../subgraphs/sanctions/screening/engine/subject';
import { csvRows } from './caseFiles';

export interface ScreenedPerson {
  /** The row of the file, the header being 1. */
  readonly row: number;
  /** The best score at or over the threshold; null where there is no alert. */
  readonly score: number | null;
}

/** Screens the people of a file only by their names, or by their birth dates and nationalities too. */
export function screenPeople(
  file: string,
  index: ScreeningIndex,
  threshold: number,
  withFacts: boolean,
): ScreenedPerson[] {
  return csvRows(file).map((row, i) => {
    const name = row['full_name'] ?? '';
    const facts: SubjectFacts = withFacts
      ? { name, birthDate: row['date_of_birth'] ?? null, nationality: row['nationality'] ?? null }
      : { name };
    const { subject } = readSubject(facts);
    const [best] = subject ? index.screen(subject, { threshold, weakAliases: false }) : [];
    return { row: i + 2, score: best?.score ?? null };
  });
}

/** Returns the number of people who alert, and their share. */
export function alertFigures(people: readonly ScreenedPerson[]) {
  const alerts = people.filter(({ score }) => score !== null).length;
  return { people: people.length, alerts, share: people.length > 0 ? alerts / people.length : 0 };
}
