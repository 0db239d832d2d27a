import { once } from 'node:events';
import { resolve } from 'node:path';
import { actorStore } from '../../subgraphs/sanctions/actor/actor.store';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { loadScreening } from '../../subgraphs/sanctions/screening/loadScreening';
import {
  defaultThreshold,
  type ScreeningIndex,
} from '../../subgraphs/sanctions/screening/engine/screeningIndex';
import { screenSubject } from '../../subgraphs/sanctions/screening/engine/screenSubject';
import { progressBar } from '../output/progressBar';
import { readSubjects, sizeOf, type SubjectRow } from './readSubjects';
import { withSanctions, withStore } from '../databases/withDatabases';

export interface ScreenOptions {
  readonly threshold?: number;
  readonly weakAliases?: boolean;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** One line of `cordon screen --json`. */
interface ScreenedRow {
  readonly name: string;
  readonly problem: string | null;
  readonly matches: readonly {
    readonly actor: string;
    readonly score: number;
    readonly matchedName: string;
  }[];
}

const progress =
  'screening {bar} {percentage}% | {subjects} subjects, {alerts} with matches | {eta_formatted} left';

/** `cordon screen <file.csv>`: each row against the lists in force and the actors of cases, one line each. */
export async function runScreen(file: string, options: ScreenOptions): Promise<void> {
  const path = resolve(file);
  const bytes = sizeOf(path);
  const index = await withStore(options.dataDir, (target) =>
    withSanctions(target, (records) =>
      loadScreening({ listVersions: listVersionStore(records), actors: actorStore(records.actors) }),
    ),
  );
  await screenFile(path, bytes, index, options);
}

async function screenFile(
  file: string,
  bytes: number,
  index: ScreeningIndex,
  options: ScreenOptions,
): Promise<void> {
  const counts = { subjects: 0, alerts: 0, problems: 0 };
  const bar = options.json ? undefined : progressBar(progress, bytes, { ...counts });
  try {
    for await (const row of readSubjects(file)) {
      const answer = screenRow(row, index, options);
      counts.subjects++;
      if (answer.matches.length > 0) counts.alerts++;
      if (answer.problem !== null) counts.problems++;
      const text = options.json ? `${JSON.stringify(answer)}\n` : asText(answer);
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      bar?.update(row.bytes, counts);
    }
  } finally {
    bar?.stop();
  }
  if (options.json) return;
  const versions = index.versions.map(({ list, version }) => `${list} of ${version}`).join(', ');
  process.stderr.write(
    `${counts.subjects} subjects, ${counts.alerts} with matches, ${counts.problems} with problems; against ${versions || 'no list'}\n`,
  );
}

function screenRow(
  { facts, problem }: SubjectRow,
  index: ScreeningIndex,
  options: ScreenOptions,
): ScreenedRow {
  const screened = screenSubject(index, facts, {
    threshold: options.threshold ?? defaultThreshold,
    weakAliases: options.weakAliases ?? false,
  });
  const problems = [problem, screened.problem].filter((text) => text !== null);
  return {
    name: facts.name,
    problem: problems.length > 0 ? problems.join('; ') : null,
    matches: screened.matches.map(({ actorId, score, matchedName }) => ({
      actor: actorId,
      score,
      matchedName,
    })),
  };
}

/** Names are shown as JSON strings: a name may hold what moves a terminal's cursor. */
function asText({ name, problem, matches }: ScreenedRow): string {
  const found = matches.map(
    ({ actor, score, matchedName }) =>
      `  ${score.toFixed(2)} ${actor.padEnd(12)} ${JSON.stringify(matchedName)}\n`,
  );
  const problemLine = problem === null ? '' : `  problem: ${problem}\n`;
  return `${JSON.stringify(name.slice(0, 200))}${matches.length === 0 && problem === null ? ': no match' : ''}\n${found.join('')}${problemLine}`;
}
