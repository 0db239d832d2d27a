import Papa from 'papaparse';
import type { ScreeningState } from './useScreening';
import { reasonsOf } from './resultRows';
import type { Match, ScreenedSubject, Subject } from './subject';

/** A cell that a spreadsheet would run as a formula is made text. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const lineOf = (row: number, subject: Subject, rest: Readonly<Record<string, string | number>>) => ({
  row,
  id: safe(subject.ownId ?? ''),
  name: safe(subject.name),
  birthDate: safe(subject.birthDate ?? ''),
  ...rest,
});

const ofMatch = (match: Match) => ({
  outcome: 'match',
  score: match.score,
  listedName: safe(match.matchedName),
  actor: match.actor.id,
  actorName: safe(match.actor.name),
  list: match.list,
  reasons: safe(reasonsOf(match).join('; ')),
});

const without = (outcome: string, reasons = '') => ({
  outcome,
  score: '',
  listedName: '',
  actor: '',
  actorName: '',
  list: '',
  reasons: safe(reasons),
});

export interface ScreenedFile {
  readonly state: ScreeningState;
  readonly subjects: readonly Subject[];
  readonly screened: readonly ScreenedSubject[];
}

/** The results to take home, in the order of the file: a line a match, and one for each subject without; RFC 4180. */
export function resultsCsv({ subjects, screened }: ScreenedFile): string {
  const lines = subjects.flatMap((subject, i) => {
    const found = screened[i]?.screening;
    const versions = found?.versions.map(({ list, version }) => `${list} ${version}`).join('; ') ?? '';
    const line = (rest: Readonly<Record<string, string | number>>) =>
      lineOf(i + 1, subject, { ...rest, versions });
    if (!found) return [line(without('not screened'))];
    const matches = (found.matches ?? []).map((match) => line(ofMatch(match)));
    if (found.problem !== null) return [line(without('problem', found.problem)), ...matches];
    if (!found.matches) return [line(without('not screened'))];
    return matches.length ? matches : [line(without('no match'))];
  });
  return Papa.unparse(lines, { newline: '\r\n' });
}
