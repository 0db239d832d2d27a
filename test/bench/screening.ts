/**
 * Measures the speed of screening names: `npm run bench:screening -- [--json]`. One thread, no cache, every
 * name once. Half are listed names with a letter exchanged, half people who are on no list, against the
 * matched set of OFAC's two lists. Uses ../shared/data, and reports where it is missing.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';
import { explainMatch } from '../../subgraphs/sanctions/screening/engine/explainMatch';
import { defaultThreshold, screeningIndex } from '../../subgraphs/sanctions/screening/engine/screeningIndex';
import { readSubject } from '../../subgraphs/sanctions/screening/engine/subject';
import { csvRows, filesNamed } from './match/caseFiles';
import { ofacEntries } from './match/listsInUse';

const data = join(projectRoot(), '..', 'shared', 'data', 'sanctions');

/** Two neighbouring letters exchanged, at a place that the number decides. */
function misspelled(name: string, n: number): string {
  const at = 1 + ((n * 7919) % Math.max(1, name.length - 2));
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

function main(): void {
  const [negatives] = filesNamed(join(data, 'matching'), 'yente_negatives');
  if (!existsSync(data) || !negatives) {
    console.log(`skipped: ${data} is not there`);
    return;
  }
  const entries = ofacEntries(data);
  const building = performance.now();
  const index = screeningIndex(entries, []);
  const buildMs = performance.now() - building;
  const missing = csvRows(negatives).map((row) => row['full_name'] ?? '');
  const step = Math.max(1, Math.floor(entries.length / missing.length));
  const names = missing.flatMap((name, n) => {
    const entry = entries[(n * step) % entries.length];
    return [name, misspelled(entry?.name ?? '', n)];
  });
  const screen = (name: string) => {
    const { subject } = readSubject({ name });
    if (!subject) return 0;
    return index
      .screen(subject, { threshold: defaultThreshold, weakAliases: false })
      .map((match) => explainMatch(subject, match)).length;
  };
  // A server has run before: the first thousand are not counted.
  for (const name of names.slice(0, 1000)) screen(name);
  const times = new Float64Array(names.length);
  const found = { misses: 0, hits: 0 };
  const start = performance.now();
  names.forEach((name, i) => {
    const at = performance.now();
    if (screen(name) > 0) found[i % 2 === 0 ? 'misses' : 'hits']++;
    times[i] = performance.now() - at;
  });
  const seconds = (performance.now() - start) / 1000;
  times.sort();
  const quantile = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));
  const result = {
    node: process.version,
    cpu: cpus()[0]?.model,
    listNames: index.names,
    asked: names.length,
    buildMs: Math.round(buildMs),
    namesPerSecond: Math.round(names.length / seconds),
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    maxMs: quantile(1 - 1 / times.length),
    listedFound: found.hits,
    unlistedAlerts: found.misses,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(result));
  else console.table(Object.entries(result).map(([name, value]) => ({ name, value })));
}

main();
