import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { describeWithData } from '../../support/describeWithData';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { matchedSet } from '../../support/sharedData';

const person = { type: 'individual' };
const rows = [
  sdnRow('1001', 'VELIKOV, Ivan', {
    ...person,
    remarks: 'DOB 04 Mar 1961; Passport BG-4471 9023 (Bulgaria); Tax ID No. 770441 (Russia).',
  }),
  sdnRow('1002', 'MORDANOV, Mikhail', {
    ...person,
    remarks: 'Passport 44719023; National ID No. 770441 (Iran).',
  }),
  sdnRow('1003', 'PYUN TRADING', { remarks: 'Tax ID No. 770441; SWIFT/BIC PYUNKPPY.' }),
  sdnRow('1005', 'STATESIDE LLC', { remarks: 'Registration Number 4927052 (Delaware) (United States).' }),
  sdnRow('1006', 'LANTAU, Ho', { ...person, remarks: 'National ID No. D557712(3) (Hong Kong).' }),
  sdnRow('1004', 'GREY HERON', {
    type: 'vessel',
    remarks: 'Vessel Registration Identification IMO 9187629; MMSI 445123000 (vessel).',
  }),
];
const others = Array.from({ length: 60 }, (_, i) =>
  sdnRow(String(2000 + i), `PARTY ${i}`, { remarks: `Registration ID ${80_000 + i}.` }),
);

async function open(store: TestStore): Promise<Subgraph> {
  return openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
}

async function importOfac(store: TestStore, version: string, folders: readonly string[]) {
  const { connection, records } = await connectSanctions(store);
  const stores = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  await importLists(stores, () => readOfac(folders), { version });
  await connection.close();
}

async function ask(sanctions: Subgraph, query: string, variables: Record<string, unknown> = {}) {
  return JSON.parse(JSON.stringify(await sanctions.execute({ query, variables }, callerOf('analyst'))));
}

const query =
  'query($value: String!, $kind: String, $country: String) { actorsByIdentifier(value: $value, kind: $kind, country: $country) { id } }';

describe('actorsByIdentifier', () => {
  let store: TestStore;
  let sanctions: Subgraph;

  beforeAll(async () => {
    store = await openTestStore();
    for (const [version, left] of [
      ['2024-01-01', rows],
      ['2024-01-02', rows.slice(0, 5)],
    ] as const) {
      const folder = listFolder({ 'sdn.csv': [...left, ...others].join('') });
      await importOfac(store, version, [folder.path]);
      folder.remove();
    }
    sanctions = await open(store);
  });
  afterAll(async () => {
    await sanctions.close();
    await store.close();
  });

  it.each([
    [{ value: 'bg 4471-9023' }, ['1001']],
    [{ value: 'ＢＧ４４７１９０２３' }, ['1001']],
    [{ value: '44719023' }, ['1002']],
    [{ value: '№ 44719023' }, ['1002']],
    [{ value: '4471902' }, []],
    [{ value: '770441' }, ['1001', '1002', '1003']],
    [{ value: '770441', kind: 'tax' }, ['1001', '1003']],
    [{ value: '770441', kind: 'Tax ID' }, ['1001', '1003']],
    [{ value: '770441', country: 'RU' }, ['1001', '1003']],
    [{ value: '770441', country: 'Russian Federation' }, ['1001', '1003']],
    [{ value: '770441', kind: 'national', country: 'iran' }, ['1002']],
    [{ value: 'pyunkppy', kind: 'swift' }, ['1003']],
    // OFAC writes the state behind the number. A bracket without a space before it is part of the number.
    [{ value: '4927052', country: 'US' }, ['1005']],
    [{ value: '4927052 (Delaware)' }, ['1005']],
    [{ value: 'D557712(3)', country: 'HK' }, ['1006']],
    [{ value: 'D557712' }, []],
    // It was removed from the list: it is found, and its designation has ended.
    [{ value: 'IMO 9187629', kind: 'imo' }, ['1004']],
    [{ value: '9187629' }, ['1004']],
  ])('finds %j', async (variables, entries) => {
    const { data, errors } = await ask(sanctions, query, variables);
    expect(errors).toBeUndefined();
    expect(data.actorsByIdentifier.map(({ id }: { id: string }) => id)).toEqual(
      entries.map((entry) => `ofac:${entry}`),
    );
  });

  it.each([
    [{ value: ' -/ ' }, /^value: /],
    [{ value: '9'.repeat(201) }, /^value: 201 characters/],
    [{ value: '770441', kind: ' ' }, /^kind: /],
    [{ value: '770441', country: 'Atlantis' }, /^country: "Atlantis"/],
    [{ value: '770441', country: '' }, /^country: /],
  ])('rejects %j', async (variables, message) => {
    const { data, errors } = await ask(sanctions, query, variables);
    expect(data.actorsByIdentifier).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('does not say "none" where no list is imported', async () => {
    const empty = await openTestStore();
    const without = await open(empty);
    const { errors } = await ask(without, query, { value: '770441' });
    expect(errors[0].extensions.code).toBe('NOT_SCREENED');
    await without.close();
    await empty.close();
  });
});

describeWithData('actorsByIdentifier over OFAC’s lists', () => {
  it('finds every actor by each of its identifiers, kind and country', async () => {
    const store = await openTestStore();
    const folder = listFolder({}, matchedSet);
    await importOfac(store, '2024-01-08', [folder.path]);
    folder.remove();
    const sanctions = await open(store);
    let after: string | null = null;
    const asked: { id: string; value: string; kind: string; country: string | null }[] = [];
    do {
      const page: string =
        '($after: String) { actors(first: 200, after: $after) { nodes { id identifiers { value kind country } } pageInfo { endCursor hasNextPage } } }';
      const { data } = await ask(sanctions, `query${page}`, { after });
      const { nodes, pageInfo } = data.actors;
      for (const { id, identifiers } of nodes)
        for (const identifier of identifiers) asked.push({ id, ...identifier });
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(asked.length).toBeGreaterThan(1000);
    const sample = asked.filter((_, i) => i % 40 === 0);
    const missed: unknown[] = [];
    for (const { id, value, kind, country } of sample) {
      // The list's word for "of no known country".
      const known = country === 'undetermined' ? null : country;
      const { data, errors } = await ask(sanctions, query, { value, kind, country: known });
      const found = (data.actorsByIdentifier ?? []) as { id: string }[];
      if (!found.some((one) => one.id === id)) missed.push({ id, value, kind, country, errors });
    }
    expect(missed).toEqual([]);
    await sanctions.close();
    await store.close();
  });
});
