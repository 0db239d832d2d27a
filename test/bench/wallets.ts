/**
 * Measures looking up 10,000 wallets in one call to a subgraph, with its facts about them: labels and
 * accounts in attribution, listings in sanctions. Half of the wallets have a label, and a tenth are deposit
 * wallets. As many are listed as there are in OFAC's lists beside the project. `--json` prints one JSON
 * object in place of the table.
 */
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { createLogger } from '../../shared/logger/logger';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { importLeaseStore } from '../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions } from '../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../subgraphs/sanctions/openSanctions';
import { address, makeCase, says } from '../support/attributionCase';
import { openLoaded } from '../support/attributionSubgraph';
import { callerOf } from '../support/identities';
import { listFolder } from '../support/listFolder';
import { openTestStore, type TestStore } from '../support/openTestStore';
import { matchedSet, sharedData } from '../support/sharedData';
import { machine } from './timing';

const calls = 10_000;
const rounds = 15;

interface Result {
  readonly name: string;
  /** Milliseconds: of the first call, which finds nothing warm, and of the median and slowest after it. */
  readonly first: number;
  readonly median: number;
  readonly slowest: number;
  /** Of processor time a call, the store's own thread and the collection of garbage included: what a busy machine does not change. */
  readonly cpu: number;
}

async function measure(name: string, call: () => Promise<void>): Promise<Result> {
  const took: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i <= rounds; i++) {
    const start = performance.now();
    await call();
    took.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const [first = 0, ...rest] = took;
  const sorted = rest.sort((a, b) => a - b);
  return {
    name,
    first,
    median: sorted[rounds >> 1] ?? 0,
    slowest: sorted.at(-1) ?? 0,
    cpu: (user + system) / 1_000 / took.length,
  };
}

async function execute(subgraph: Subgraph, query: string, variables: Record<string, unknown>): Promise<void> {
  const { data, errors } = await subgraph.execute({ query, variables }, callerOf('analyst'));
  const [rows] = Object.values(data ?? {}) as unknown[][];
  if (errors || rows?.length !== calls) throw new Error(JSON.stringify(errors ?? 'rows are missing'));
}

async function attribution(store: TestStore): Promise<Result[]> {
  const trial = makeCase();
  trial.write({
    attributions: Array.from({ length: calls / 2 }, (_, i) => says(2 * i, `ofac:${i % 100}`)).join(''),
    deposits: Array.from({ length: calls / 10 }, (_, i) => `bench-venue,customer-${i},${address(10 * i)}`),
  });
  const opened = await openLoaded(store, trial.folder);
  try {
    const results: Result[] = [];
    const addresses = Array.from({ length: calls }, (_, i) => address(i));
    for (const fields of ['id', 'id attributions { id }', 'id attributions { id } accounts { id }']) {
      const query = `query($a: [String!]!) { wallets(addresses: $a) { input problem wallet { ${fields} } } }`;
      results.push(
        await measure(`wallets { ${fields} }`, () => execute(opened.subgraph, query, { a: addresses })),
      );
    }
    return results;
  } finally {
    await opened.close();
    trial.remove();
  }
}

async function sanctions(store: TestStore): Promise<Result[]> {
  if (!existsSync(sharedData)) return [];
  const { connection, records } = await connectSanctions(store);
  const folder = listFolder({}, matchedSet);
  const target = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  const readings = await readOfac([folder.path]);
  await importLists(target, () => Promise.resolve(readings), { version: '2024-01-08' });
  folder.remove();
  await connection.close();
  const subgraph = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
  try {
    const wallets = readings.flatMap(({ entries }) => entries.flatMap((entry) => entry.wallets));
    const listed = new Set(wallets.map(({ walletId }) => walletId));
    const ids = [...listed, ...Array.from({ length: calls }, (_, i) => `eip155:1:${address(i)}`)].slice(
      0,
      calls,
    );
    const query =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Wallet { id listings { id } } } }';
    const representations = ids.map((id) => ({ __typename: 'Wallet', id }));
    return [
      await measure(`Wallet entities { id listings { id } }, ${listed.size} listed`, () =>
        execute(subgraph, query, { r: representations }),
      ),
    ];
  } finally {
    await subgraph.close();
  }
}

function print(results: readonly Result[]): void {
  const data = `${calls} addresses a call, ${rounds} calls after the first; target: 250 ms in a subgraph`;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ bench: 'wallets', machine, node: process.version, data, results }));
    return;
  }
  console.log(
    `${machine}, Node ${process.version}; ${data}\n${'ms'.padEnd(64)}   first  median slowest     cpu`,
  );
  for (const { name, first, median, slowest, cpu } of results)
    console.log(
      name.padEnd(64) + [first, median, slowest, cpu].map((ms) => ms.toFixed(0).padStart(8)).join(''),
    );
}

async function main(): Promise<void> {
  const store = await openTestStore();
  try {
    print([...(await attribution(store)), ...(await sanctions(store))]);
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
