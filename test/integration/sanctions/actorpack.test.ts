import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormattedExecutionResult } from 'graphql';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { writeActorpack } from '../../../subgraphs/sanctions/export/writeActorpack.store';
import { importActorpack } from '../../../subgraphs/sanctions/import/actorpack/importActorpack';
import { importCase } from '../../../subgraphs/sanctions/import/importCase';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { registerLabelActors } from '../../../subgraphs/sanctions/import/actorpack/storeActors.store';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { describeWithAllPacks } from '../../support/describeWithData';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { sharedData } from '../../support/sharedData';

let store: TestStore;
let connected: Awaited<ReturnType<typeof connectSanctions>>;
let subgraph: Subgraph;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-actors-'));
  store = await openTestStore();
  connected = await connectSanctions(store);
  subgraph = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
});
afterAll(async () => {
  await subgraph.close();
  await connected.connection.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (query: string): Promise<FormattedExecutionResult> =>
  subgraph.execute({ query }, callerOf('analyst'));
const source = {
  id: 'tagpack:x',
  title: 'A pack',
  publisher: 'Somebody',
  publishedOn: null,
  url: null,
  quote: null,
};
const pack = `%YAML 1.1
---
title: Trial actors
creator: Somebody
lastmod: '2023-02-17'
actors:
- id: '01'
  label: '01'
  jurisdictions: [NO]
  categories:
  - exchange
  uri: 01.xyz
  context:
    uris: [shop.01.xyz]
    aliases: [Zero One]
- id: named
  label: Named Exchange
  categories: [exchange]
  uri: named.example
- label: no id
  uri: x
- id: '01'
  label: again
  uri: y
`;

const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

async function exported(): Promise<string> {
  let text = '';
  for await (const piece of writeActorpack(connected.records.actors)) text += piece;
  return text;
}

describe('the actors of an ActorPack', () => {
  it('are known by a label before, and by the pack since; never as "no such actor"', async () => {
    const labels = [{ id: 'graphsense:named', name: 'named', source }];
    expect(await registerLabelActors(connected.records.actors, labels)).toBe(1);
    expect(await registerLabelActors(connected.records.actors, labels)).toBe(0);
    const reference = '{ actor(id: "graphsense:named") { name kind sources { title } } }';
    expect((await ask(reference)).data).toMatchObject({
      actor: { name: 'named', kind: 'GROUP', sources: [{ title: 'A pack' }] },
    });

    const file = write('actors.yaml', pack);
    expect(await importActorpack(connected.records, file)).toMatchObject({
      read: 4,
      stored: 2,
      duplicates: 0,
      quarantined: 2,
      problems: [
        { line: 20, problem: expect.stringContaining('id') as string },
        { line: 22, problem: 'its id is that of the actor in line 7' },
      ],
    });
    expect(await importActorpack(connected.records, file)).toMatchObject({ stored: 0, duplicates: 2 });
    expect((await ask(reference)).data).toMatchObject({ actor: { name: 'Named Exchange' } });
    // A label that names it later changes nothing.
    await registerLabelActors(connected.records.actors, labels);
    expect((await ask(reference)).data).toMatchObject({ actor: { name: 'Named Exchange' } });
  });

  it('have what the pack says, with the pack as its source', async () => {
    const { data, errors } = await ask(
      `{ actor(id: "graphsense:01") { kind name aliases { name } sources { title publisher url publishedOn }
        categories { text source { publisher } } jurisdictions { text } uris { text } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.['actor']).toEqual({
      kind: 'ORGANISATION',
      name: '01',
      aliases: [{ name: 'Zero One' }],
      sources: [
        { title: 'Trial actors: 01', publisher: 'Somebody', url: '01.xyz', publishedOn: '2023-02-17' },
      ],
      categories: [{ text: 'exchange', source: { publisher: 'Somebody' } }],
      jurisdictions: [{ text: 'NO' }],
      uris: [{ text: '01.xyz' }, { text: 'shop.01.xyz' }],
    });
  });

  it('are added to by another pack of the same id, in whatever order and however often, and kept by a case', async () => {
    const of = (title: string, label: string, context: string) =>
      write(
        `${title}.yaml`,
        `title: ${title}\ncreator: Somebody\nactors:\n- id: twice\n  label: ${label}\n  uri: ${title}.example\n  categories: [exchange]\n  context: "${context}"\n`,
      );
    const [first, second] = [of('First', 'Twice', "{'a': 1}"), of('Second', 'Twofold', 'x')];
    const stored = async (file: string) => (await importActorpack(connected.records, file)).stored;
    expect([await stored(first), await stored(second)]).toEqual([1, 1]);
    expect([await stored(first), await stored(second), await stored(first)]).toEqual([0, 0, 0]);
    const told = `{ actor(id: "graphsense:twice") { name aliases { name } sources { title } uris { text } } }`;
    expect((await ask(told)).data?.['actor']).toEqual({
      name: 'Twice',
      aliases: [{ name: 'Twofold' }],
      sources: [{ title: 'First: Twice' }, { title: 'Second: Twofold' }],
      uris: [{ text: 'First.example' }],
    });

    const room = join(folder, 'case');
    mkdirSync(room);
    const facts = { 'case.yaml': 'name: trial\ntitle: T\nsources:\n  s: { title: A report }\n' };
    const actors = '- id: graphsense:twice\n  kind: ORGANISATION\n  name: Twice Ltd\n  sources: [s]\n';
    for (const edition of [actors, `${actors}- id: un:1\n  kind: GROUP\n  name: Other\n  sources: [s]\n`]) {
      for (const [name, text] of Object.entries({ ...facts, 'actors.yaml': edition }))
        writeFileSync(join(room, name), text);
      await importCase(connected.records, room);
      expect((await ask(told)).data?.['actor']).toMatchObject({
        name: 'Twice Ltd',
        sources: [{ title: 'A report' }, { title: 'First: Twice' }, { title: 'Second: Twofold' }],
        uris: [{ text: 'First.example' }],
      });
    }
    await connected.records.actors.deleteMany({ _id: { $in: ['graphsense:twice', 'un:1'] } });
  });

  it('are found by name, and are not screened against', async () => {
    const list = listFolder({ 'sdn.csv': sdnRow('1', 'Somebody Else') });
    const into = {
      store: listVersionStore(connected.records),
      leases: importLeaseStore(connected.records.importLeases),
    };
    await importLists(into, () => readOfac([list.path]), { version: '2024-05-23' });
    list.remove();
    const query = `{ actors(search: "named") { nodes { id } } screenNames(subjects: [{ name: "Named Exchange" }]) { matches { matchedName } } }`;
    const data = await eventually(async () => {
      const answer = await ask(query);
      return answer.errors ? null : answer.data;
    });
    expect(data).toEqual({ actors: { nodes: [{ id: 'graphsense:named' }] }, screenNames: [{ matches: [] }] });
  });

  it('come out as an ActorPack, which imported again adds nothing', async () => {
    const file = write('exported.yaml', await exported());
    expect(await importActorpack(connected.records, file)).toMatchObject({
      read: 2,
      stored: 0,
      quarantined: 0,
    });
  });

  it('are not read from a file that is none', async () => {
    const rejected = importActorpack(connected.records, write('tags.yaml', 'title: x\ntags: []\n'));
    await expect(rejected).rejects.toThrow('it has no list `actors`');
  });
});

describeWithAllPacks("GraphSense's ActorPack", () => {
  it('has 3,813 actors, once', async () => {
    const file = join(
      sharedData,
      'attribution',
      'graphsense-tagpacks',
      'actors',
      'graphsense.actorpack.yaml',
    );
    expect(await importActorpack(connected.records, file)).toMatchObject({ read: 3_813, quarantined: 0 });
    expect(await importActorpack(connected.records, file)).toMatchObject({
      read: 3_813,
      stored: 0,
      duplicates: 3_813,
    });
    expect((await ask('{ actor(id: "graphsense:binance") { name } }')).data).toEqual({
      actor: { name: 'Binance' },
    });
  });
});
