/**
 * Measures reading a real list in a fresh process, and finding the listings of a wallet in memory. `--json`
 * prints one JSON object in place of the table. Reads the public lists that lie beside the project.
 */
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readOfac } from '../../subgraphs/sanctions/import/ofac/readOfac';
import { historyOf } from '../../subgraphs/sanctions/list/history.rules';
import { membersOf, versionContent } from '../../subgraphs/sanctions/list/content.rules';
import { indexLists, type ListsIndex } from '../../subgraphs/sanctions/list/listsIndex';
import type { OneList } from '../../subgraphs/sanctions/list/listedActor';
import type { ListReading } from '../../subgraphs/sanctions/list/listReading';
import { matchedSet } from '../support/sharedData';
import { machine } from './timing';

interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
}

const version = '2024-01-08';

/** A list of one version in memory, as the subgraph holds it, without a store. */
function inMemory({ list, entries, counts }: ListReading): OneList {
  const { chunks, entries: stored } = versionContent(list, entries);
  const record = {
    _id: `${list}@${version}`,
    list,
    version,
    publishedOn: version,
    importedAt: new Date(0),
    digest: '',
    chunks: chunks.map(({ bucket, _id }) => ({ bucket, id: _id })),
    ...counts,
    rows: [],
    quarantined: 0,
    absent: [],
  };
  const byDigest = new Map(stored.map(({ _id }, i) => [_id, entries[i]]));
  const history = historyOf([record], new Map(chunks.map((chunk) => [chunk._id, membersOf(chunk)])));
  return {
    list,
    versions: [record],
    history,
    entryOf({ content }) {
      const entry = byDigest.get(content);
      if (!entry) throw new Error(`no content ${content}`);
      return entry;
    },
  };
}

/** Listings a second: half of the keys are listed, half are not. */
function listingsPerSecond(index: ListsIndex, keys: readonly string[]): number {
  const lookups = 2_000_000;
  let found = 0;
  const start = performance.now();
  for (let i = 0; i < lookups; i++) found += index.listings(keys[i % keys.length] ?? '').length;
  const seconds = (performance.now() - start) / 1_000;
  if (found < lookups / 2) throw new Error(`found ${found} listings in ${lookups} look-ups`);
  return lookups / seconds;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lists-bench-'));
  try {
    for (const [name, target] of Object.entries(matchedSet)) symlinkSync(target, join(folder, name));
    const start = performance.now();
    const readings = await readOfac([folder]);
    const parsed = performance.now();
    const index = indexLists(readings.map(inMemory));
    const indexed = performance.now();
    const memory = process.resourceUsage().maxRSS / 1_024;
    const listed = index.entries.flatMap(({ wallets }) => wallets.map(({ matchKey }) => matchKey));
    const keys = listed.flatMap((key) => [key, `${key}x`]);
    print(index.entries.length, [
      { name: 'parsed and reconciled', value: (parsed - start) / 1_000, unit: 's', target: '' },
      { name: 'parsed, reconciled and indexed', value: (indexed - start) / 1_000, unit: 's', target: '<= 2' },
      { name: 'peak memory of the process', value: memory, unit: 'MB', target: '<= 300' },
      {
        name: 'listings of a wallet',
        value: listingsPerSecond(index, keys),
        unit: 'look-ups/s',
        target: '>= 200000',
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(entries: number, results: readonly Result[]): void {
  const data = `OFAC SDN and consolidated lists of ${version}, ${entries} entries`;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ bench: 'lists', machine, node: process.version, data, results }));
    return;
  }
  console.log(`${machine}, Node ${process.version}; ${data}`);
  for (const { name, value, unit, target } of results)
    console.log(
      `${name.padEnd(36)} ${value.toFixed(value < 100 ? 2 : 0).padStart(12)} ${unit.padEnd(11)} ${target}`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
