/**
 * Measures the quality of name matching, on labelled cases: `npm run bench:match -- [--cases DIR] [--json]
 * [--write]`. DIR holds files in the forms of ../shared/data/sanctions/matching, by the beginnings of their
 * names. A missing file is skipped by name, except the people who are on no list, who are the same for all.
 * `--write` writes the per-case output that is committed beside this file: only rows and scores, as the cases
 * themselves may not be copied.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';
import { defaultThreshold, screeningIndex } from '../../subgraphs/sanctions/screening/engine/screeningIndex';
import { filesNamed } from './match/caseFiles';
import { crossScriptPairs } from './match/crossScript';
import { halves, kindFigures } from './match/kindFigures';
import { ofacEntries, unPeople } from './match/listsInUse';
import { pairFigures, scorePairs } from './match/nameBench';
import { parityFigures, parityRows } from './match/parity';
import { alertFigures, screenPeople } from './match/screenPeople';
import { option } from './options';

const data = join(projectRoot(), '..', 'shared', 'data', 'sanctions');
const threshold = defaultThreshold;

const lines: string[] = [];
const skipped: string[] = [];
const rounded = (score: number | null) => (score === null ? '' : score.toFixed(3));

/** Returns the figures of each file whose name begins so, and reports where none exists. */
function ofFiles<Figures>(folder: string, prefix: string, measure: (file: string) => Figures) {
  const files = filesNamed(folder, prefix);
  if (files.length === 0) skipped.push(`${prefix}*.csv: none in ${folder}`);
  return files.map((file) => ({ file: basename(file), ...measure(file) }));
}

function note(file: string, measure: string, rows: readonly { row: number; score: number | null }[]): void {
  lines.push(`# ${basename(file)}: ${measure}`, ...rows.map(({ row, score }) => `${row},${rounded(score)}`));
}

function measurePairs(file: string) {
  const pairs = scorePairs(file);
  note(file, 'pair', pairs);
  return pairFigures(pairs, threshold);
}

function measureParity(file: string) {
  const rows = parityRows(file);
  note(
    file,
    'ofacParity',
    rows.map(({ row, ours }) => ({ row, score: ours })),
  );
  return parityFigures(rows);
}

function measureCrossScript(file: string) {
  const pairs = crossScriptPairs(file);
  note(file, 'pair', pairs);
  return { pairs: pairs.length, matched: pairs.filter(({ score }) => score >= threshold).length };
}

/** Of each kind, on the half of OFAC's lists that the rules were not made on. */
const casesOfKind = 100;

function measureKinds() {
  const entries = ofacEntries(data);
  const [, kept] = halves(entries);
  return kindFigures(kept, screeningIndex(entries, []), { threshold, cases: casesOfKind });
}

/** Against the people of the UN list, as the cases are of them. */
async function measurePeople(cases: string) {
  const listed = screeningIndex(await unPeople(data), []);
  const all = screeningIndex(ofacEntries(data), []);
  const measure = (index: typeof listed, against: string, alertsOnly: boolean) => (file: string) => {
    const nameOnly = screenPeople(file, index, threshold, false);
    const withFacts = screenPeople(file, index, threshold, true);
    for (const [how, people] of [
      ['name', nameOnly],
      ['facts', withFacts],
    ] as const)
      note(file, `${against} ${how}`, alertsOnly ? people.filter(({ score }) => score !== null) : people);
    return { nameOnly: alertFigures(nameOnly), withBirthAndNationality: alertFigures(withFacts) };
  };
  const negatives = filesNamed(cases, 'yente_negatives').length > 0 ? cases : join(data, 'matching');
  return {
    unPeoplePlain: ofFiles(cases, 'yente_positives_un_untreated', measure(listed, 'un', false)),
    unPeopleTypos: ofFiles(cases, 'yente_positives_un_treated', measure(listed, 'un', false)),
    negativesAgainstUn: ofFiles(negatives, 'yente_negatives', measure(listed, 'un', true)),
    negativesAgainstOfac: ofFiles(negatives, 'yente_negatives', measure(all, 'ofac', true)),
  };
}

async function main(): Promise<void> {
  const cases = option('--cases') ?? join(data, 'matching');
  if (!existsSync(cases)) {
    console.log(`skipped: ${cases} is not there`);
    return;
  }
  const figures = {
    cases: option('--cases') ?? '../shared/data/sanctions/matching',
    threshold,
    nameBench: ofFiles(cases, 'name_bench_cases', measurePairs),
    ofacParity: ofFiles(cases, 'ofac_search_scores', measureParity),
    crossScript: ofFiles(cases, 'watchman_cross_script', measureCrossScript),
    ...(await measurePeople(cases)),
    kinds: measureKinds(),
    skipped,
  };
  if (process.argv.includes('--write'))
    writeFileSync(
      join(projectRoot(), 'test', 'bench', 'match', 'cases.csv'),
      `row,score\n${lines.join('\n')}\n`,
    );
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else console.dir(figures, { depth: 6 });
}

void main();
