import { stringify } from 'csv-stringify/sync';
import { csvLine } from '../../shared/csv/csvLine';
import { usageError } from '../command/commandError';
import { matchReasons } from './matchReasons';
import type { ScreenedSubject } from './screenSubjects';

/** The columns after those of the file. Scores are 0 to 1; `list_versions` is what the answer rests on. */
const added = [
  'screening_outcome',
  'screening_list',
  'screening_actor',
  'screening_listed_name',
  'screening_score',
  'screening_reasons',
  'screening_problem',
  'screening_list_versions',
] as const;

type Added = Readonly<Record<(typeof added)[number], string>>;

/**
 * Streams the lines of the answer: every column of the file as it stands, and one line for each match, or one for a subject without.
 * `NOT_SCREENED` is a subject without a match and with a problem: whether it is listed is not known. Throws CommandError where the
 * file has one of the added columns already.
 */
export async function* screenedCsv(
  headers: readonly string[],
  subjects: AsyncIterable<ScreenedSubject>,
): AsyncGenerator<string> {
  const taken = added.find((column) => headers.includes(column));
  if (taken !== undefined)
    throw usageError(
      `the file has a column ${taken} already: rename it, or screen the file without the added columns`,
    );
  yield joined(headers, [...added]);
  for await (const { row, matches, problem, versions } of subjects) {
    const shared = { screening_problem: problem ?? '', screening_list_versions: versions };
    // A short row gets empty cells, so that what is added stands in its own columns.
    const cells = [...row.cells, ...Array<string>(Math.max(0, headers.length - row.cells.length)).fill('')];
    const [kept, beyond] = [cells.slice(0, headers.length), cells.slice(headers.length)];
    const line = (rest: Omit<Added, keyof typeof shared>) =>
      joined(kept, [...added.map((column) => ({ ...rest, ...shared })[column]), ...beyond]);
    if (matches.length === 0)
      yield line({
        screening_outcome: problem === null ? 'NO_MATCH' : 'NOT_SCREENED',
        screening_list: '',
        screening_actor: '',
        screening_listed_name: '',
        screening_score: '',
        screening_reasons: '',
      });
    for (const match of matches)
      yield line({
        screening_outcome: 'MATCH',
        screening_list: match.list,
        screening_actor: match.actorId,
        screening_listed_name: match.matchedName,
        screening_score: String(match.score),
        screening_reasons: matchReasons(match),
      });
  }
}

/**
 * The cells of the file stay as they are, so that a customer's id is found again; the added ones are made safe for
 * spreadsheets.
 */
function joined(own: readonly string[], ours: readonly string[]): string {
  const kept = stringify([[...own]], { eof: false });
  return `${kept},${csvLine(ours)}`;
}
