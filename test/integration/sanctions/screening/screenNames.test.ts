import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';
import { createLogger } from '../../../../shared/logger/logger';
import type { Subgraph } from '../../../../shared/subgraph/runSubgraph';
import { importCase } from '../../../../subgraphs/sanctions/import/importCase';
import { importLeaseStore } from '../../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions } from '../../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../../subgraphs/sanctions/openSanctions';
import { eventually } from '../../../support/eventually';
import { callerOf } from '../../../support/identities';
import { listFolder, sdnRow } from '../../../support/listFolder';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

const bundledCase = join(projectRoot(), 'cases', 'dprk-2023');

let store: TestStore;
let sanctions: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  const { connection, records } = await connectSanctions(store);
  await importCase(records, bundledCase);
  await connection.close();
  sanctions = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
});

afterAll(async () => {
  await sanctions.close();
  await store.close();
});

const query = `query($s: [ScreeningSubject!]!, $t: Float, $w: Boolean) { screenNames(subjects: $s, threshold: $t, weakAliases: $w) {
  problem versions { list version }
  matches { score nameScore matchedName queryName list weakAlias ofacParity queryAlone listedAlone confirmedBy
    words { query listed similarity alignment } modifiers { kind points text } actor { id name } } } }`;

async function ask(subjects: object[], options: Record<string, unknown> = {}) {
  const answer = await sanctions.execute(
    { query, variables: { s: subjects, ...options } },
    callerOf('analyst'),
  );
  return JSON.parse(JSON.stringify(answer));
}

/** Imports a list with these rows, and waits until the running subgraph answers from it. */
async function publish(version: string, rows: readonly string[]) {
  const folder = listFolder({ 'sdn.csv': `${rows.join('')}\x1a` });
  const { connection, records } = await connectSanctions(store);
  try {
    await importLists(
      { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) },
      () => readOfac([folder.path]),
      // Its next version has another person only.
      {
        version,
        shrinkLimit: 1,
        acceptLoss: { kinds: ['aliases', 'births', 'nationalities', 'programs'], reason: 'a trial' },
      },
    );
  } finally {
    await connection.close();
    folder.remove();
  }
  await eventually(
    async () => (await ask([{ name: 'x' }])).data.screenNames[0].versions[0]?.version === version,
  );
}

describe('screening names', () => {
  it('says that no list is imported, never just "no match"', async () => {
    const { data, errors } = await ask([{ name: 'Nobody Known' }, { name: 'Lazarus Grup' }]);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['screenNames', 0, 'matches'],
        extensions: expect.objectContaining({ code: 'NOT_SCREENED' }),
      }),
    ]);
    expect(data.screenNames[0]).toMatchObject({
      matches: null,
      versions: [],
      problem: expect.stringContaining('no sanctions list'),
    });
    expect(data.screenNames[1].matches[0]).toMatchObject({ list: 'case', actor: { id: 'ofac:27307' } });
  });

  it('answers in order, explains each match, and says which version it answers for', async () => {
    await publish('2024-01-08', [
      sdnRow('900001', 'PETROV, Ivan', {
        type: 'individual',
        remarks: "DOB 03 Feb 1970; nationality Russia; a.k.a. 'VANYA'.",
      }),
      sdnRow('900002', 'NORTHERN TRADING GROUP LLC'),
    ]);
    const { data, errors } = await ask([
      { name: 'Northern Trading Grup' },
      { name: 'Иван Петров', birthDate: '1970-02-03', nationality: 'RU', kind: 'PERSON' },
      { name: 'Someone Else' },
    ]);
    expect(errors).toBeUndefined();
    const [company, person, nobody] = data.screenNames;
    expect(company.matches[0].actor.id).toBe('ofac:900002');
    expect(person).toMatchObject({ problem: null, versions: [{ list: 'ofac-sdn', version: '2024-01-08' }] });
    expect(person.matches[0]).toMatchObject({
      actor: { id: 'ofac:900001', name: 'PETROV, Ivan' },
      matchedName: 'PETROV, Ivan',
      queryName: 'Иван Петров',
      list: 'ofac-sdn',
      weakAlias: false,
      nameScore: 1,
      score: 1,
      ofacParity: 100,
      words: expect.arrayContaining([
        { query: ['petrov'], listed: ['petrov'], similarity: 1, alignment: 'EXACT' },
      ]),
      queryAlone: [],
      listedAlone: [],
      modifiers: [
        expect.objectContaining({ kind: 'BIRTH_DATE', points: 0.06 }),
        expect.objectContaining({ kind: 'NATIONALITY', points: 0.02 }),
      ],
    });
    expect(nobody).toMatchObject({ matches: [], problem: null });
  });

  it('alerts on a weak alias only where asked', async () => {
    const [quiet, asked] = await Promise.all([
      ask([{ name: 'Vanya' }]),
      ask([{ name: 'Vanya' }], { w: true }),
    ]);
    expect(quiet.data.screenNames[0].matches).toEqual([]);
    expect(asked.data.screenNames[0].matches[0]).toMatchObject({
      weakAlias: true,
      actor: { id: 'ofac:900001' },
    });
  });

  it('answers from the next version as soon as it is in force', async () => {
    await publish('2024-01-09', [sdnRow('900003', 'SIDOROV, Pavel', { type: 'individual' })]);
    const { data } = await ask([{ name: 'Pavel Sidorov' }, { name: 'Ivan Petrov' }]);
    expect(data.screenNames.map(({ matches }: { matches: unknown[] }) => matches.length)).toEqual([1, 0]);
  });

  it('says what is wrong with a subject, in its place, and screens the rest', async () => {
    const { data, errors } = await ask([
      { name: '' },
      { name: '...' },
      { name: 'x'.repeat(10_000) },
      { name: 'Pavel Sidorov', birthDate: 'yesterday' },
      { name: '\u202ePavel\u0000 Sidorov' },
      { name: 'Nobody Known', nationality: 'Atlantis' },
    ]);
    expect(
      errors.map(({ path, extensions }: { path: unknown; extensions: { code: string } }) => [
        path,
        extensions.code,
      ]),
    ).toEqual([0, 1, 2, 5].map((i) => [['screenNames', i, 'matches'], 'NOT_SCREENED']));
    const problems = data.screenNames.map(({ problem }: { problem: string | null }) => problem !== null);
    expect(problems).toEqual([true, true, true, true, false, true]);
    expect(data.screenNames[3].matches).toHaveLength(1);
    expect(data.screenNames[4].matches).toHaveLength(1);
  });

  it.each([
    ['1,001 subjects', Array.from({ length: 1001 }, () => ({ name: 'a b' })), {}],
    ['a threshold of 2', [{ name: 'a b' }], { t: 2 }],
    ['a threshold of 0', [{ name: 'a b' }], { t: 0 }],
  ])('rejects %s', async (_, subjects, options) => {
    const answer = await ask(subjects, options);
    expect(answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('takes 1,000 subjects', async () => {
    const { data } = await ask(Array.from({ length: 1000 }, (_, i) => ({ name: `Pavel Sidorov ${i}` })));
    expect(data.screenNames).toHaveLength(1000);
  });
});
