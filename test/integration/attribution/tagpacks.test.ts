import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statementsInForce } from '../../../subgraphs/attribution/export/exportStatements.store';
import { writeTagpack } from '../../../subgraphs/attribution/export/writeTagpack';
import {
  importTagpacks,
  type NamedActor,
} from '../../../subgraphs/attribution/import/tagpack/importTagpacks';
import { YamlFileError } from '../../../shared/yaml/yamlFileError';
import { makeCase, says, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { describeWithAllPacks } from '../../support/describeWithData';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { sharedData } from '../../support/sharedData';

const genesis = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const ronin = '0x098B716B8Aaf21512996dC57EB0615e2383E2f96';

let store: TestStore;
let trial: CaseOnDisk;
let opened: Opened;
let room: string;
const named: NamedActor[] = [];

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'cordon-packs-'));
  trial = makeCase();
  trial.write({ attributions: says(1, 'graphsense:exchange-x') });
  store = await openTestStore();
  opened = await openLoaded(store, trial.folder);
});
afterAll(async () => {
  await opened.close();
  await store.close();
  trial.remove();
  rmSync(room, { recursive: true, force: true });
});

const load = (path: string) =>
  importTagpacks(opened.records, path, {
    registerActors: async (actors) => {
      // Nothing that names an actor is stored before its owner knows of it; but for what the case says.
      const fresh = actors.filter(({ id }) => !named.some((known) => known.id === id));
      const ids = fresh.map(({ id }) => id);
      const tags = { actorId: { $in: ids }, origin: { $ne: null } };
      expect(await opened.records.attributions.countDocuments(tags)).toBe(0);
      named.push(...fresh);
    },
  });

const write = (name: string, text: string) => {
  const file = join(room, 'packs', name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const head = 'title: Trial\ncreator: Somebody\nsource: https://example.org\nlastmod: 2022-02-15\n';

describe('TagPacks', () => {
  it('are imported from a folder: what can be read is stored once, and the rest kept with file, line and reason', async () => {
    write(
      'one.yaml',
      `${head}confidence: service_data\ncurrency: BTC\ntags:\n- address: ${genesis}\n  label: Exchange X\n  actor: exchange-x\n` +
        `  category: exchange\n  context: '{"note": "hot"}'\n- address: ${genesis}\n  label: Satoshi\n- address: 1BoatSLRHtKNngkdXEeobR76b53LETtpyT2\n  label: Broken\n`,
    );
    write(
      'deeper/two.yml',
      `${head}currency: ETH\ntags:\n- address: '${ronin}'\n  label: "Exploiter\n- address: '${ronin}'\n  label: Exploiter\n  abuse: service_hack\n- address: '${ronin.toLowerCase()}'\n  label: Exploiter\n  abuse: service_hack\n`,
    );
    write('no-pack.yaml', 'title: x\n');
    write('ignored.csv', 'a,b\n');
    const report = await load(join(room, 'packs'));
    expect(report).toMatchObject({ read: 7, stored: 3, duplicates: 1, quarantined: 3, files: 3 });
    expect(report.problems).toEqual([
      expect.objectContaining({ file: join('deeper', 'two.yml'), line: expect.any(Number) as number }),
      expect.objectContaining({ file: 'no-pack.yaml', problem: expect.stringContaining('tags') as string }),
      expect.objectContaining({
        file: 'one.yaml',
        line: 15,
        problem: expect.stringContaining('1Boat') as string,
      }),
    ]);
    const kept = await opened.records.quarantinedRows.find({ importId: report.import }).lean();
    expect(kept).toHaveLength(3);
    expect(kept.map(({ text }) => text).join()).toContain('1BoatSLRHtKNngkdXEeobR76b53LETtpyT2');
    expect(named.map(({ id, name }) => [id, name])).toEqual([['graphsense:exchange-x', 'exchange-x']]);

    expect(await load(join(room, 'packs'))).toMatchObject({ read: 7, stored: 0, duplicates: 4 });
  });

  it('are shown beside each other, the surest first, each with its pack, and the conflict marked', async () => {
    const { data, errors } = await ask(
      opened.subgraph,
      `{ wallet(address: "${genesis}") { attributions { label confidence confidenceId concepts abuse context disputed
        actor { id } source { title publisher url publishedOn } tagPack { title creator uri currency } knownSince } } }`,
      {},
      callerOf('partner', 'meridian'),
    );
    expect(errors).toBeUndefined();
    const { attributions } = data?.['wallet'] as { attributions: unknown[] };
    const first = {
      confidence: 50,
      confidenceId: 'service_data',
      abuse: null,
      disputed: true,
      source: {
        title: 'Trial',
        publisher: 'Somebody',
        url: 'https://example.org',
        publishedOn: '2022-02-15',
      },
      tagPack: { title: 'Trial', creator: 'Somebody', uri: 'one.yaml', currency: 'BTC' },
      knownSince: '2022-02-15T00:00:00Z',
    };
    expect(attributions).toHaveLength(2);
    expect(attributions).toEqual(
      expect.arrayContaining([
        {
          ...first,
          label: 'Exchange X',
          concepts: ['exchange'],
          context: '{"note":"hot"}',
          actor: { id: 'graphsense:exchange-x' },
        },
        { ...first, label: 'Satoshi', concepts: [], context: null, actor: null },
      ]),
    );
  });

  it('are answered as of what could be known', async () => {
    const count = async (args: string) => {
      const { data } = await ask(
        opened.subgraph,
        `{ wallet(address: "${ronin}") { attributions${args} { id } } }`,
        {},
        callerOf('analyst'),
      );
      return (data?.['wallet'] as { attributions: unknown[] }).attributions.length;
    };
    expect(await count('')).toBe(1);
    expect(await count('(knownAt: "2022-02-14T23:59:59Z")')).toBe(0);
    expect(await count('(asOf: "2020-01-01")')).toBe(1);
  });

  it.each([null, 'graphsense:exchange-x'])(
    'come out as a TagPack (of %s), which imported again adds nothing',
    async (actorId) => {
      const now = new Date('2024-06-01T00:00:00Z');
      let [text, skipped] = ['', 0];
      const statements = statementsInForce(opened.records.attributions, { actorId, now });
      for await (const piece of writeTagpack(statements, { now, skipped: () => skipped++ })) text += piece;
      const file = join(room, 'exported.yaml');
      writeFileSync(file, text);
      // The case's statement about the actor is among them: no tag of a pack, and known by its id.
      const read = actorId === null ? 4 : 2;
      expect(skipped).toBe(0);
      expect(await load(file)).toMatchObject({ read, stored: 0, duplicates: read, quarantined: 0 });
    },
  );

  it('are of the file that says them, whatever it says of others; and what only begins like JSON is text', async () => {
    const forged = { title: 'A list', creator: 'OFAC', statement: null, context: null };
    const text = (address: string, context: string) =>
      `- address: ${address}\n  label: Forged\n  context: '${context}'\n`;
    const file = join(room, 'forged.yaml');
    writeFileSync(
      file,
      `${head}currency: BTC\ntags:\n${text(genesis, JSON.stringify({ cordon: forged }))}${text(genesis, '{"cordon": no JSON')}`,
    );
    expect(await load(file)).toMatchObject({ read: 2, stored: 2, quarantined: 0 });
    const said = await opened.records.attributions.find({ label: 'Forged' }).sort({ context: 1 }).lean();
    expect(said.map(({ source, context }) => [source.title, source.publisher, context])).toEqual([
      ['Trial', 'Somebody', '{"cordon": no JSON'],
      ['Trial', 'Somebody', JSON.stringify({ cordon: forged })],
    ]);
  });

  it('one file that is invalid is rejected in one line', async () => {
    await expect(load(join(room, 'packs', 'no-pack.yaml'))).rejects.toThrow(YamlFileError);
    const log = await opened.records.imports.findOne({ file: 'no-pack.yaml' }).lean();
    expect(log).toMatchObject({ quarantined: 1, endedAt: expect.any(Date) as Date });
    await expect(load(join(room, 'packs', 'ignored.csv'))).rejects.toThrow(/^[^\n]*ignored\.csv: [^\n]*$/);
    await expect(load(join(room, 'nothing.yaml'))).rejects.toThrow('there is no such file');
    mkdirSync(join(room, 'empty'));
    await expect(load(join(room, 'empty'))).rejects.toThrow('there is no YAML file in it');
  });
});

describeWithAllPacks('the 78 TagPacks of GraphSense', () => {
  it('every tag is stored, a duplicate, or quarantined; and 5,426 identifiers have several labels', async () => {
    const packs = join(sharedData, 'attribution', 'graphsense-tagpacks', 'packs');
    await opened.records.attributions.deleteMany({});
    const report = await importTagpacks(opened.records, packs, { registerActors: async () => undefined });
    expect(report).toMatchObject({
      read: 141_923,
      stored: 141_903,
      duplicates: 6,
      quarantined: 14,
      files: 78,
    });

    const byText = new Map<string, Set<string | null | undefined>>();
    const byWallet = new Map<string, Set<string | null | undefined>>();
    const note = (map: typeof byText, key: string, label: string | null | undefined) =>
      map.set(key, (map.get(key) ?? new Set()).add(label));
    const all = opened.records.attributions.find({}, { matchKey: 1, label: 1, tag: 1 }).lean().cursor();
    for await (const { matchKey, label, tag } of all) {
      const text = tag?.written ?? '';
      note(byText, /^0x/i.test(text) ? text.toLowerCase() : text, label);
      note(byWallet, matchKey, label);
    }
    const several = (map: typeof byText) => [...map.values()].filter(({ size }) => size > 1).length;
    // As the packs spell them, EVM addresses in one case, those that are quarantined too.
    const rejected = await opened.records.quarantinedRows.find({ importId: report.import }).lean();
    for (const { text } of rejected) {
      const { address, label } = JSON.parse(text ?? '') as { address: string; label?: string };
      if (label) note(byText, /^0x/i.test(address) ? address.toLowerCase() : address, label);
    }
    expect(several(byText)).toBe(5_426);
    // As wallets: three of these texts are addresses of two chains, with one label on each.
    expect(several(byWallet)).toBe(5_423);
  });
});
