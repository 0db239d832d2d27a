import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '../../../../shared/logger/logger';
import type { Identity } from '../../../../shared/identity/identity';
import type { Subgraph } from '../../../../shared/subgraph/runSubgraph';
import { connectSanctions } from '../../../../subgraphs/sanctions/connectSanctions';
import { importCustomers } from '../../../../subgraphs/sanctions/import/customers/importCustomers';
import { openSanctions } from '../../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../../support/identities';
import { listFolder } from '../../../support/listFolder';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

let store: TestStore;
let sanctions: Subgraph;
let connected: Awaited<ReturnType<typeof connectSanctions>>;

const analyst = callerOf('analyst');
const north = callerOf('partner', 'north');
const south = callerOf('partner', 'south');
const now = () => new Date('2024-06-01T12:00:00Z');

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
  sanctions = await openSanctions({ ...store, now, logger: createLogger('sanctions', 'silent') });
});
afterAll(async () => {
  await sanctions.close();
  await connected.connection.close();
  await store.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the answer as a client sees it
async function ask(query: string, variables: object = {}, caller: Identity = analyst): Promise<any> {
  const request = { query, variables: variables as Record<string, unknown> };
  return JSON.parse(JSON.stringify(await sanctions.execute(request, caller)));
}

const facts = 'id ownId venueId kind name aliases birthDate nationality identifiers revision state problem';
const record = (input: object, caller?: Identity) =>
  ask(`mutation($input: CustomerInput!) { recordCustomer(input: $input) { ${facts} } }`, { input }, caller);

async function imported(name: string, text: string | Buffer, tenant: string | null = null) {
  const folder = listFolder({});
  const file = join(folder.path, name);
  writeFileSync(file, text);
  try {
    return await importCustomers(connected.records, file, { tenant, now });
  } finally {
    folder.remove();
  }
}

describe('recordCustomer', () => {
  it('records a customer, which is not screened yet', async () => {
    const { data } = await record({
      id: 'c-1',
      name: ' Ivan Velikov ',
      aliases: ['Velikov I.', 'Ivan Velikov'],
      kind: 'PERSON',
      birthDate: '1961-03',
      nationality: 'Bulgaria',
      identifiers: ['BG 4471', 'BG 4471'],
    });
    expect(data.recordCustomer).toEqual({
      id: 'operator:c-1',
      ownId: 'c-1',
      venueId: null,
      kind: 'PERSON',
      name: 'Ivan Velikov',
      aliases: ['Velikov I.'],
      birthDate: '1961-03',
      nationality: 'BG',
      identifiers: ['BG 4471'],
      revision: 1,
      state: 'PENDING',
      problem: null,
    });
  });

  it('changes it whole, and only where something differs', async () => {
    await record({ id: 'c-2', name: 'Grey Heron', identifiers: ['9187629'] });
    const changed = await record({ id: 'c-2', name: 'Grey Heron', kind: 'VESSEL' });
    expect(changed.data.recordCustomer).toMatchObject({ revision: 2, kind: 'VESSEL', identifiers: [] });
    const again = await record({ id: 'c-2', name: 'Grey Heron', kind: 'VESSEL' });
    expect(again.data.recordCustomer).toMatchObject({ revision: 2 });
  });

  it.each([
    [{ id: 'x', name: ' - ' }, /name: it has no letters/],
    [{ id: 'x', name: 'A'.repeat(501) }, /name: it has more than 500/],
    [{ id: 'x y', name: 'A' }, /id: it needs 1 to 128/],
    [{ id: 'x', name: 'A', birthDate: '2024-06-02' }, /birthDate: 2024-06-02 is in the future/],
    [{ id: 'x', name: 'A', birthDate: '03/04/1961' }, /birthDate: .*two orders/],
    [{ id: 'x', name: 'A', nationality: 'Atlantis' }, /nationality: "Atlantis"/],
    [{ id: 'x', name: 'A', identifiers: ['--'] }, /identifiers\.0: /],
    [
      { id: 'x', name: 'A', aliases: Array.from({ length: 51 }, (_, i) => `B${i}`) },
      /aliases: .*more than 50/,
    ],
    [{ id: 'x', name: 'A', venue: 'North Sea' }, /venue: /],
  ])('rejects %j', async (input, message) => {
    const { data, errors } = await record(input);
    expect(data.recordCustomer).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect((await ask('{ customer(id: "operator:x") { id } }')).data.customer).toBeNull();
  });
});

describe('a partner', () => {
  it('records and sees its own venue’s customers only: others look like none', async () => {
    await record({ id: 'n-1', name: 'Marta Oloffson' }, north);
    await record({ id: 'n-1', name: 'Jonas Baltrusch', venue: 'south' });
    const query =
      '{ own: customer(id: "venue.north:n-1") { name } other: customer(id: "venue.south:n-1") { name } missing: customer(id: "venue.north:none") { name } operator: customer(id: "operator:c-1") { name } customers { totalCount nodes { id } } ofOthers: customers(venue: "south") { totalCount nodes { id } } }';
    const { data, errors } = await ask(query, {}, north);
    expect({ data, errors }).toEqual({
      data: {
        own: { name: 'Marta Oloffson' },
        other: null,
        missing: null,
        operator: null,
        customers: { totalCount: 1, nodes: [{ id: 'venue.north:n-1' }] },
        ofOthers: { totalCount: 0, nodes: [] },
      },
    });
    expect((await ask('{ customers { nodes { id } } }', {}, south)).data.customers.nodes).toEqual([
      { id: 'venue.south:n-1' },
    ]);
    const ids = (await ask('{ customers { nodes { id } } }')).data.customers.nodes;
    expect(ids).toEqual(expect.arrayContaining([{ id: 'venue.north:n-1' }, { id: 'operator:c-1' }]));
  });

  it('cannot record for another venue', async () => {
    const { errors } = await record({ id: 'n-2', name: 'A', venue: 'south' }, north);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

it('answers nobody without the scope', async () => {
  const { data, errors } = await ask('{ customers { nodes { id } } }', {}, callerOf('spokesperson'));
  expect(data.customers).toBeNull();
  expect(errors).toHaveLength(1);
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly ownId: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe('customers', () => {
  it('are filtered and read page by page', async () => {
    await imported(
      'many.csv',
      `id,name\n${Array.from({ length: 5 }, (_, i) => `p${i},Person ${i}\n`).join('')}`,
      'paged',
    );
    const query =
      'query($after: String) { customers(venue: "paged", first: 2, after: $after) { totalCount nodes { ownId } pageInfo { endCursor hasNextPage } } }';
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: { data: { customers: Page } } = await ask(query, { after });
      const { totalCount, nodes, pageInfo } = answer.data.customers;
      expect(totalCount).toBe(5);
      seen.push(...nodes.map(({ ownId }) => ownId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    const of = async (filter: string) =>
      (await ask(`{ customers(venue: "paged", ${filter}) { totalCount } }`)).data;
    expect(await of('state: SCREENED')).toEqual({ customers: { totalCount: 0 } });
    expect(await of('kind: UNKNOWN')).toEqual({ customers: { totalCount: 5 } });
  });
});

it('tells the form of a venue’s id from a venue without customers', async () => {
  for (const query of [
    '{ customers(venue: "North") { totalCount } }',
    '{ screeningAlerts(venue: "north ") { nodes { id } } }',
  ])
    expect(await ask(query)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

describe('importCustomers', () => {
  const csv = [
    'id,name,kind,aliases,birthDate,nationality,identifiers',
    'a,"Velikov, Ivan",person,I. Velikov;Velikov,1961,BG,1;2',
    'b,,,,,,',
    'c,Someone,,,2199-01-01,,',
    'd,Someone,,,04/03/1961,,',
    'e,Someone,,,25/12/1961,,',
    'a,Another,,,,,',
    `f,${'x'.repeat(100_000)},,,,,`,
    'g,Someone,robot,,,,',
    'h,Someone,,,1961-02-30,,',
    'i,Elise Tarnow,,,,,',
  ].join('\n');

  it('stores what can be screened, and quarantines the rest with the reason', async () => {
    const report = await imported('all.csv', csv, 'files');
    expect(report).toMatchObject({ read: 10, stored: 2, duplicates: 0, quarantined: 8 });
    expect(report.problems).toEqual([
      { line: 3, problem: 'name: it is missing' },
      { line: 4, problem: 'birthDate: 2199-01-01 is in the future' },
      { line: 5, problem: expect.stringMatching(/birthDate: .*two orders/) },
      { line: 6, problem: expect.stringMatching(/birthDate: .*not YYYY-MM-DD/) },
      { line: 7, problem: 'id: it is that of line 2 too' },
      { line: 8, problem: expect.stringMatching(/longer than/) },
      { line: 9, problem: expect.stringMatching(/kind: it is none of/) },
      { line: 10, problem: 'birthDate: 1961-02-30 is no day' },
    ]);
    const kept = await connected.records.quarantinedCustomers.find({ importId: report.import }).lean();
    expect(kept).toHaveLength(8);
    const { data } = await ask(`{ customer(id: "venue.files:a") { ${facts} } }`);
    expect(data.customer).toMatchObject({
      name: 'Velikov, Ivan',
      aliases: ['I. Velikov', 'Velikov'],
      kind: 'PERSON',
      birthDate: '1961',
      identifiers: ['1', '2'],
      state: 'PENDING',
    });
  });

  it('changes nothing when it is repeated, and what differs otherwise', async () => {
    expect(await imported('all.csv', csv, 'files')).toMatchObject({ stored: 0, duplicates: 2 });
    const lines =
      '{"id":"i","name":"Elise Tarnow","aliases":["E. T."]}\n{"id":"a","name":"Velikov, Ivan"}\n[1]\n{"id":"j","name":7}';
    expect(await imported('some.jsonl', lines, 'files')).toMatchObject({ stored: 2, quarantined: 2 });
    const { data } = await ask('{ customer(id: "venue.files:i") { revision aliases } }');
    expect(data.customer).toEqual({ revision: 2, aliases: ['E. T.'] });
  });

  it('quarantines rows that are not UTF-8: their names would be screened garbled', async () => {
    const latin1 = Buffer.from('id,name\nx1,Jos\u00e9 M\u00fcller\nx2,Elise Tarnow\n', 'latin1');
    const report = await imported('latin1.csv', latin1, 'latin');
    expect(report).toMatchObject({ read: 2, stored: 1, quarantined: 1 });
    expect(report.problems).toEqual([{ line: 2, problem: expect.stringMatching(/UTF-8/) }]);
    const first = Buffer.from('id,name\u00e9\nx1,A\n', 'latin1');
    await expect(imported('header.csv', first, 'latin')).rejects.toThrow(/:1: .*UTF-8/);
    const lost = '{"id":"x3","name":"Jos\\ufffd"}\n';
    expect(await imported('lost.jsonl', lost, 'latin')).toMatchObject({ stored: 0, quarantined: 1 });
  });

  it('rejects a file of another kind', async () => {
    await expect(imported('x.csv', 'name,city\nA,B\n')).rejects.toThrow(/the columns are id,name/);
  });
});
