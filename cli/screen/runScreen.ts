import { resolve } from 'node:path';
import { readSettings } from '../../shared/config/settings';
import { listAgeSettings } from '../../subgraphs/sanctions/config';
import { actorStore } from '../../subgraphs/sanctions/actor/actor.store';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { loadScreening } from '../../subgraphs/sanctions/screening/loadScreening';
import {
  defaultThreshold,
  type ScreeningIndex,
} from '../../subgraphs/sanctions/screening/engine/screeningIndex';
import { exitCodes } from '../command/commandError';
import { progressBar } from '../output/progressBar';
import { writeOut } from '../output/writeOut';
import { writeWhole } from '../output/writeWhole';
import { withSanctions, withStore } from '../databases/withDatabases';
import type { BirthFormat } from './birthFormats';
import { matchReasons } from './matchReasons';
import { readSubjects, sizeOf, type SubjectFile } from './readSubjects';
import { screenedCsv } from './screenedCsv';
import { type ScreenedCounts, type ScreenedSubject, screenSubjects } from './screenSubjects';
import type { NamedColumns } from './subjectColumns';

export interface ScreenOptions {
  readonly out?: string;
  readonly threshold?: number;
  readonly weakAliases?: boolean;
  readonly freeText?: boolean;
  readonly column: NamedColumns;
  readonly birthFormat: readonly BirthFormat[];
  readonly delimiter: string;
  /** YYYY-MM-DD */
  readonly asOf?: string;
  readonly lists?: readonly string[];
  readonly failOnMatch?: boolean;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** One line of `cordon screen --json`. */
interface ScreenedLine {
  readonly name: string;
  readonly problem: string | null;
  readonly matches: readonly {
    readonly actor: string;
    readonly list: string;
    readonly score: number;
    readonly matchedName: string;
    readonly reasons: string;
  }[];
}

const progress =
  'screening {bar} {percentage}% | {subjects} subjects, {alerts} with matches | {eta_formatted} left';

/**
 * `cordon screen <file.csv>`: each row against the lists in force and the actors of cases. Sets the exit code 1 with `failOnMatch`
 * where a subject matches, or could not be screened whole. Throws CommandError, and LIST_STALE as a server does.
 */
export async function runScreen(file: string, options: ScreenOptions): Promise<void> {
  const path = resolve(file);
  const bytes = sizeOf(path);
  const subjects = await readSubjects(path, {
    columns: options.column,
    birthFormats: options.birthFormat,
    delimiter: options.delimiter,
    isFreeText: options.freeText ?? false,
  });
  const index = await indexOf(options);
  const counts = { subjects: 0, alerts: 0, problems: 0 };
  await writeScreened({ subjects, index, counts, bytes }, options);
  if (!options.json) {
    const versions = index.versions.map(({ list, version }) => `${list} of ${version}`).join(', ');
    process.stderr.write(
      `${counts.subjects} subjects, ${counts.alerts} with matches, ${counts.problems} with problems; against ${versions || 'no list'}
`,
    );
  }
  // Whether a subject with a problem is listed is not known.
  if (options.failOnMatch && counts.alerts + counts.problems > 0) process.exitCode = exitCodes.failed;
}

async function indexOf({ dataDir, asOf, lists }: ScreenOptions): Promise<ScreeningIndex> {
  const scope = { asOf: asOf ?? null, lists: lists ?? null };
  const { listMaxAgeDays: maxDays, listAgeAction: action } = readSettings(listAgeSettings, process.env);
  const { index, warnings } = await withStore(dataDir, (target) =>
    withSanctions(target, (records) =>
      loadScreening(
        { listVersions: listVersionStore(records), actors: actorStore(records.actors) },
        {
          scope,
          agePolicy: { maxDays, action },
          today: new Date().toISOString().slice(0, 10),
        },
      ),
    ),
  );
  for (const warning of warnings) process.stderr.write(`cordon: ${warning}\n`);
  return index;
}

interface Screened {
  readonly subjects: SubjectFile;
  readonly index: ScreeningIndex;
  readonly counts: ScreenedCounts;
  /** The size of the file. */
  readonly bytes: number;
}

async function writeScreened(
  { subjects, index, counts, bytes }: Screened,
  options: ScreenOptions,
): Promise<void> {
  const bar =
    options.json && options.out === undefined ? undefined : progressBar(progress, bytes, { ...counts });
  const screened = screenSubjects(subjects.rows, {
    index,
    counts,
    options: {
      threshold: options.threshold ?? defaultThreshold,
      weakAliases: options.weakAliases ?? false,
    },
  });
  const shown = watched(screened, ({ row }) => bar?.update(row.bytes, counts));
  try {
    if (options.out === undefined) await writeOut(linesOf(shown, options.json ?? false));
    else if (options.out === '-') await writeOut(screenedCsv(subjects.headers, shown));
    else await writeWhole(resolve(options.out), screenedCsv(subjects.headers, shown));
  } finally {
    bar?.stop();
  }
}

async function* watched<T>(items: AsyncIterable<T>, see: (item: T) => void): AsyncGenerator<T> {
  for await (const item of items) {
    see(item);
    yield item;
  }
}

async function* linesOf(screened: AsyncIterable<ScreenedSubject>, asJson: boolean): AsyncGenerator<string> {
  for await (const one of screened) yield asJson ? `${JSON.stringify(lineOf(one))}\n` : asText(one);
}

function lineOf({ row, problem, matches }: ScreenedSubject): ScreenedLine {
  return {
    name: row.facts.name,
    problem,
    matches: matches.map((match) => ({
      actor: match.actorId,
      list: match.list,
      score: match.score,
      matchedName: match.matchedName,
      reasons: matchReasons(match),
    })),
  };
}

/** Names are shown as JSON strings: a name may hold what moves a terminal's cursor. */
function asText({ row, matches, problem }: ScreenedSubject): string {
  const { name } = row.facts;
  const found = matches.map(
    ({ actorId, score, matchedName }) =>
      `  ${score.toFixed(2)} ${actorId.padEnd(12)} ${JSON.stringify(matchedName)}\n`,
  );
  const problemLine = problem === null ? '' : `  problem: ${problem}\n`;
  return `${JSON.stringify(name.slice(0, 200))}${matches.length === 0 && problem === null ? ': no match' : ''}\n${found.join('')}${problemLine}`;
}
