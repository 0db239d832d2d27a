import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';
import { type EnforcementUp, enforcementUp, writeCase } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

let up: EnforcementUp;

const text = (id: string, source: string, published: boolean, digit: string) =>
  `  - { id: ${id}, source: ${source}, published: ${published}, sha256: ${digit.repeat(64)} }\n`;
const claim = (id: string, of: string, more = '') =>
  `  - { id: ${id}, text: ${of}, offset: 0, length: 4, statement: ${id}, modality: STATES, subject: s, predicate: ${id}, ${more} }\n`;

const files = {
  'case.yaml': `name: small
title: A small case
sources:
  memo: { title: A memo }
  paper: { title: A paper, publisher: The Paper, publishedOn: 2023-05-25 }
  page: { title: A page, url: 'https://example.org/page' }
  day: { title: A day and no publisher, publishedOn: 2023-05-25 }
`,
  'venues.yaml': '- { id: v, name: V, illustrative: true }\n',
  'accounts.yaml': "- { id: 'v:1', illustrative: true }\n",
  'processes.yaml': `- { id: w, kind: SEIZURE_WARRANT, authority: A court, served: 2022-05-10T00:00:00Z, scope: ['v:1'], disclosure: RESTRICTED, illustrative: true, source: memo }\n`,
  'claims.yaml': `texts:\n${text('paper', 'paper', true, 'a')}${text('page', 'page', true, 'b')}${text('day', 'day', true, 'c')}${text('secret', 'paper', false, 'd')}claims:\n${claim('fit', 'paper', "about: ['ofac:1']")}${claim('address', 'page', 'modality: SUSPECTS').replace('modality: STATES, ', '')}${claim('nowhere', 'day')}${claim('unpublished', 'secret')}${claim('account', 'paper', "about: ['ofac:1', 'v:1']")}`,
};

beforeAll(async () => {
  up = await enforcementUp();
  await up.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
  const { folder, remove } = writeCase(files);
  await up.importCase(folder);
  remove();
});
afterAll(() => up.close());

describe('public statements', () => {
  const query = `query($about: ID, $first: Int!, $after: String) { publicStatements(about: $about, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id statement quote modality about source { title publisher publishedOn url } } } }`;
  const ask = async (variables: Record<string, unknown> = {}, caller = callerOf('spokesperson')) =>
    (await up.data(query, { first: 100, ...variables }, caller)).publicStatements;

  it('are of published texts whose source can be named and found, and none is about an account', async () => {
    const { nodes, totalCount } = await ask();
    const small = nodes.filter(({ id }: { id: string }) => id.startsWith('small:'));
    expect(small.map(({ id }: { id: string }) => id)).toEqual(['small:address', 'small:fit']);
    expect(small[0]).toMatchObject({ modality: 'SUSPECTS', source: { url: 'https://example.org/page' } });
    expect(small[1]).toMatchObject({ source: { publisher: 'The Paper', publishedOn: '2023-05-25' } });
    expect(totalCount).toBe(nodes.length);
    // Of the three articles, one has a known publisher.
    const titles = new Set(nodes.map(({ source }: { source: { title: string } }) => source.title));
    expect(titles).toEqual(
      new Set([
        'A page',
        'A paper',
        'Binance aided US authorities in freezing $4.4M associated with DPRK cybercrime groups',
      ]),
    );
  });

  it('are found by what they are about, in pages, the same for every caller', async () => {
    expect((await ask({ about: 'ofac:1' })).nodes.map(({ id }: { id: string }) => id)).toEqual(['small:fit']);
    expect((await ask({ about: 'v:1' })).nodes).toEqual([]);
    const { nodes, pageInfo } = await ask({ first: 1 });
    const next = await ask({ first: 200, after: pageInfo.endCursor });
    const all = await ask({}, callerOf('auditor'));
    expect([...nodes, ...next.nodes]).toEqual(all.nodes);
  });

  it('leave out a claim about a legal process, also one that the caller may not know of', async () => {
    await up.records.claims.updateOne({ _id: 'small:fit' }, { $set: { about: ['ofac:1', 'small:w'] } });
    expect((await ask({ about: 'ofac:1' })).nodes).toEqual([]);
    await up.records.claims.updateOne({ _id: 'small:fit' }, { $set: { about: ['ofac:1'] } });
  });
});

describe('loss estimates', () => {
  const ask = (args: string) =>
    up.ask(
      `{ lossEstimates${args} { totalCount nodes { id country value unit low high by period { text from to } claim { id modality source { title } } } } }`,
    );
  const ids = async (args: string) =>
    (await ask(args)).data.lossEstimates.nodes.map(({ id }: { id: string }) => id.replace('dprk-2023:', ''));

  it('stand side by side, each with whose it is, its time and its source, and no total', async () => {
    const { data } = await ask('');
    expect(data.lossEstimates.totalCount).toBe(6);
    const byId = new Map(data.lossEstimates.nodes.map((node: { id: string }) => [node.id, node]));
    expect(byId.get('dprk-2023:A14#0')).toEqual({
      id: 'dprk-2023:A14#0',
      country: null,
      value: '630000000..>1000000000',
      unit: 'USD',
      low: '625000000',
      high: null,
      by: 'UN Panel of Experts',
      period: { text: '2022', from: '2022-01-01', to: '2022-12-31' },
      claim: {
        id: 'dprk-2023:A14',
        modality: 'STATES',
        source: { title: 'US Authorities Freeze DPRK Cyber Crime Funds With the Aid of Binance' },
      },
    });
    expect(byId.get('dprk-2023:C12#0')).toMatchObject({ by: 'Elliptic', low: '2300000000' });
    // A time that the source does not give is said to be just that.
    expect(byId.get('dprk-2023:C17#0')).toMatchObject({
      country: 'HK',
      period: { text: 'not given by the source', from: null, to: null },
    });
  });

  it('are found by country and by time', async () => {
    expect(await ids('(country: "US")')).toEqual(['C16#1']);
    expect(await ids('(country: "JP", from: "2022-06-01", to: "2022-06-30")')).toEqual(['C14#0']);
    expect(await ids('(country: "JP", from: "2023-01-01")')).toEqual([]);
    expect(await ids('(to: "2021-12-31")')).toEqual(['C16#0', 'C16#1', 'C17#0']);
    expect(await ids('(first: 2)')).toEqual(['A14#0', 'C12#0']);
  });

  it('reject an invalid country or time', async () => {
    for (const args of ['(country: "Japan")', '(from: "2023-01-02", to: "2023-01-01")'])
      expect((await ask(args)).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('claims', () => {
  it('are found by modality, source and predicate', async () => {
    const ids = async (args: string) =>
      (await up.data(`{ claims(first: 200, ${args}) { nodes { id } } }`)).claims.nodes.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('modality: SUSPECTS, source: "dprk-2023:article-b"')).toEqual([
      'dprk-2023:B08',
      'dprk-2023:B11',
    ]);
    expect(await ids('predicate: "froze_assets"')).toEqual(['dprk-2023:A01', 'dprk-2023:A07']);
  });
});

describe("the bundled case's contradictions", () => {
  it('say who sets them against each other, which claims a primary source supports, and what arithmetic finds', async () => {
    const { contradictions } = await up.data(
      '{ contradictions { id why supported { id } findings { rule explanation claims { id } } } }',
    );
    const byId = new Map(contradictions.map((group: { id: string }) => [group.id, group]));
    expect(byId.get('dprk-2023:X9')).toMatchObject({
      why: 'EDITOR',
      findings: [
        {
          rule: 'ARITHMETIC',
          explanation: '640000000 USD is not 60% of 721000000 USD',
          claims: [{ id: 'dprk-2023:C14' }, { id: 'dprk-2023:C15' }],
        },
      ],
    });
    expect(byId.get('dprk-2023:X1')).toMatchObject({
      supported: [{ id: 'dprk-2023:A07' }, { id: 'dprk-2023:B01' }],
      findings: [],
    });
  });
});
