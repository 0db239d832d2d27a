import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { statementsInForce } from '../../../subgraphs/attribution/export/exportStatements.store';
import { writeTagpack } from '../../../subgraphs/attribution/export/writeTagpack';
import { importTagpacks } from '../../../subgraphs/attribution/import/tagpack/importTagpacks';
import { makeCase, type CaseOnDisk } from '../../support/attributionCase';
import { openLoaded, type Opened } from '../../support/attributionSubgraph';
import { describeWithData } from '../../support/describeWithData';
import { sharedData } from '../../support/sharedData';
import { graphsenseConcepts } from '../../../subgraphs/attribution/vocabulary/graphsenseTaxonomy';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const wallets = ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ'];

/**
 * Returns the reason why GraphSense's validator (tagpack-tool 25.8.1, `tagpack_schema.py`) rejects a tag, or
 * null. It reads YAML 1.1, gives a tag without `confidence` the least one, and lets an address of any form
 * pass.
 */
function rejectionOf(tag: Readonly<Record<string, unknown>>): string | null {
  const texts = [
    'label',
    'source',
    'currency',
    'network',
    'address',
    'context',
    'category',
    'abuse',
    'actor',
  ];
  const isText = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' && !value.includes('\0');
  for (const name of ['label', 'source', 'currency', 'network', 'address'])
    if (!(name in tag)) return `${name} is mandatory`;
  for (const [name, value] of Object.entries(tag)) {
    if (texts.includes(name) && !isText(value)) return `${name} is no text`;
    if (name === 'lastmod' && !(value instanceof Date)) return 'lastmod is no date';
    if (name === 'is_cluster_definer' && typeof value !== 'boolean') return `${name} is no boolean`;
    if (name === 'concepts' && !(Array.isArray(value) && value.every(isText)))
      return 'concepts is no list of text';
    if (!(name in (graphsense('tagpack_schema.yaml')['tag'] ?? {}))) return `${name} is no field`;
  }
  const listed = (tag['concepts'] ?? []) as string[];
  const words = [tag['category'] as string | undefined, tag['abuse'] as string | undefined, ...listed];
  const unknown = words.find((word) => word !== undefined && !conceptIds().includes(word));
  return unknown === undefined ? null : `${unknown} is no concept`;
}

const graphsense = (file: string) =>
  parse(readFileSync(join(sharedData, 'attribution', 'taxonomy', 'graphsense', file), 'utf8')) as Record<
    string,
    object
  >;

/** Of GraphSense's own files. */
function conceptIds(): string[] {
  const { scheme: _, ...concepts } = graphsense('concepts.yaml');
  return Object.values(concepts).map((concept) => (concept as { id: string }).id);
}

describe('versions of a TagPack', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  let room: string;
  let worlds = 0;
  let minute = 0;
  beforeAll(async () => {
    store = await openTestStore();
    room = mkdtempSync(join(tmpdir(), 'cordon-versions-'));
    trial = makeCase();
    trial.write({});
  });
  beforeEach(async () => {
    opened = await openLoaded(store, trial.folder, `_versions${++worlds}`);
  });
  afterEach(() => opened.close());
  afterAll(async () => {
    await store.close();
    trial.remove();
    rmSync(room, { recursive: true, force: true });
  });

  const load = (name: string, text: string) => {
    const file = join(room, name);
    writeFileSync(file, text);
    const now = new Date(Date.UTC(2024, 0, 1, 0, ++minute));
    return importTagpacks(opened.records, file, { registerActors: () => Promise.resolve(), now: () => now });
  };
  const pack = (labels: readonly string[], title = 'Trial') =>
    `title: ${title}\ncreator: Somebody\nis_public: true\ndescription: A pack\nsource: https://example.org\ncurrency: BTC\ntags:\n` +
    labels
      .map(
        (label, i) =>
          `  - { address: ${wallets[i % 2]}, label: ${label}, lastmod: 2023-08-16 12:18:52.619 }\n`,
      )
      .join('');
  const standing = async () => {
    const labels: string[] = [];
    const now = new Date('2024-06-01');
    for await (const { label } of statementsInForce(opened.records.attributions, { actorId: null, now }))
      labels.push(label ?? '');
    return labels.sort();
  };
  const exported = async () => {
    let text = '';
    const now = new Date('2024-06-01');
    const said = statementsInForce(opened.records.attributions, { actorId: null, now });
    for await (const piece of writeTagpack(said, { now, skipped: () => undefined })) text += piece;
    return text;
  };

  it('take back what they do not say any more, and say again what is there again', async () => {
    expect(await load('a.yaml', pack(['one', 'two', 'three']))).toMatchObject({ stored: 3, retracted: 0 });
    expect(await load('b.yaml', pack(['one']))).toMatchObject({ duplicates: 1, retracted: 2 });
    expect(await standing()).toEqual(['one']);
    expect(await load('b.yaml', pack(['one']))).toMatchObject({ retracted: 0 });
    expect(await load('a.yaml', pack(['one', 'two']))).toMatchObject({ retracted: 0 });
    expect(await standing()).toEqual(['one', 'two']);
    await load('a.yaml', pack(['one']));
    expect(await standing()).toEqual(['one']);
  });

  it('take back nothing of other packs, and nothing where a tag could not be read', async () => {
    await load('a.yaml', pack(['one', 'two']));
    expect(await load('a.yaml', pack(['one'], 'Another'))).toMatchObject({ retracted: 0 });
    const damaged = `${pack(['one'])}  - { address: nothing, label: two }\n`;
    expect(await load('a.yaml', damaged)).toMatchObject({ quarantined: 1, retracted: 0 });
    expect(await standing()).toEqual(['one', 'one', 'two']);
  });

  it('take back nothing of another file of the pack that was not given, or could not be read', async () => {
    await load('a.yaml', pack(['one', 'three']));
    expect(await load('b.yaml', pack(['two']))).toMatchObject({ retracted: 0 });
    expect(await load('a.yaml', pack(['one']))).toMatchObject({ retracted: 1 });
    expect(await standing()).toEqual(['one', 'two']);
    await load('a.yaml', pack(['one', 'two', 'four']));
    const folder = mkdtempSync(join(room, 'split-'));
    writeFileSync(join(folder, 'a.yaml'), '\ttitle: damaged');
    writeFileSync(join(folder, 'c.yaml'), pack(['one', 'two']));
    const now = () => new Date(Date.UTC(2024, 0, 2));
    const report = await importTagpacks(opened.records, folder, {
      registerActors: () => Promise.resolve(),
      now,
    });
    expect(report).toMatchObject({ quarantined: 1, retracted: 0 });
    expect(await standing()).toEqual(['four', 'one', 'two', 'two']);
  });

  it('come back from an export as they were: dates are dates, and nothing is lost or made up', async () => {
    await load('a.yaml', pack(['one', 'two']));
    const text = await exported();
    expect(text).toMatch(/lastmod: 2023-08-16T12:18:52\.619Z\n/);
    expect(text).not.toContain('confidence');
    expect(text).toContain('isPublic');
    expect(text).toContain('A pack');
    expect(await load('export.yaml', text)).toMatchObject({ stored: 0, duplicates: 2, retracted: 0 });
    expect(await exported()).toBe(text);
  });

  describeWithData('by GraphSense’s taxonomy', () => {
    it('are held to all of its concepts and no other', () => {
      expect([...graphsenseConcepts].sort()).toEqual(conceptIds().sort());
    });

    it('name no concept or kind of tag that is not GraphSense’s, and have their own words back all the same', async () => {
      const tag = (fields: string) => `  - { address: ${wallets[0]}, currency: BTC, ${fields} }\n`;
      const own =
        'title: Own words\ncreator: Somebody\nsource: https://example.org\nlastmod: 2022-02-15\ntags:\n' +
        tag("label: 'NO', category: exchange, concepts: [hot storage], tag_type: cluster") +
        tag("label: '1e5', category: odd, abuse: our_abuse, confidence: forensic") +
        tag('label: known, category: exchange, concepts: [hosting], abuse: scam, tag_type: actor');
      await load('own.yaml', own);
      const text = await exported();
      const { tags } = parse(text, { version: '1.1' }) as { tags: Record<string, unknown>[] };
      expect(
        tags.map(({ label, category, concepts, abuse, tag_type }) => ({
          label,
          category,
          concepts,
          abuse,
          tag_type,
        })),
      ).toEqual(
        expect.arrayContaining([
          { label: 'NO', category: 'exchange' },
          { label: '1e5' },
          {
            label: 'known',
            category: 'exchange',
            concepts: ['hosting'],
            abuse: 'scam',
            tag_type: 'actor',
          },
        ]),
      );
      for (const one of tags) expect(rejectionOf(one)).toBeNull();
      expect(await load('export.yaml', text)).toMatchObject({ stored: 0, duplicates: 3, quarantined: 0 });
      expect(await exported()).toBe(text);
    });
  });
});
