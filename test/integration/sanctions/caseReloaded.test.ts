import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { importCase } from '../../../subgraphs/sanctions/import/importCase';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { temporaryFolder } from '../../support/temporaryFolder';

const folder = temporaryFolder();
let store: TestStore;
let connected: Awaited<ReturnType<typeof connectSanctions>>;
let subgraph: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
});
afterAll(async () => {
  await subgraph.close();
  await connected.connection.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function load(name: string): Promise<void> {
  writeFileSync(join(folder, 'case.yaml'), 'name: trial\ntitle: T\nsources:\n  s: { title: A report }\n');
  const designation = '{ list: un, entry: "1", programmes: [X], from: 2020-01-01, source: s }';
  writeFileSync(
    join(folder, 'actors.yaml'),
    `- { id: "un:1", kind: ORGANISATION, name: ${name}, sources: [s], designations: [${designation}] }\n`,
  );
  await importCase(connected.records, folder);
}

async function matchesOf(name: string): Promise<number> {
  const query = `{ screenNames(subjects: [{ name: "${name}" }]) { matches { matchedName } } }`;
  const { data } = await subgraph.execute({ query }, callerOf('analyst'));
  return (data as { screenNames: { matches: unknown[] }[] }).screenNames[0]!.matches.length;
}

it('what was loaded or published before a question is in its answer, in each of many editions', async () => {
  subgraph = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
  for (const [n, name] of ['Amur', 'Baikal', 'Chita', 'Dudinka', 'Evenki', 'Fadeya', 'Gyda'].entries()) {
    await load(name);
    const query = '{ actor(id: "un:1") { name } }';
    const { data } = await subgraph.execute({ query }, callerOf('analyst'));
    expect([n, data]).toEqual([n, { actor: { name } }]);
    expect(await matchesOf(name)).toBe(1);
  }
  await subgraph.close();
});

it('an edition that is loaded again, after another was cut off, is screened against', async () => {
  const { loadedCases } = connected.records;
  await load('Zarubezhneft');
  const first = await loadedCases.findById('trial').lean();
  await load('Quetzalcoatl');
  // So a load that is killed before its last write leaves it.
  await loadedCases.updateOne({ _id: 'trial' }, { $set: { ...first, loading: true } });
  subgraph = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
  expect(await matchesOf('Quetzalcoatl')).toBe(1);

  await load('Zarubezhneft');
  await eventually(async () => (await matchesOf('Zarubezhneft')) === 1);
});
