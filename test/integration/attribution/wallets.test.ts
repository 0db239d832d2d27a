import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { callerOf } from '../../support/identities';
import { address, makeCase, says, timeOf, walletId, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');

describe('wallets', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  const answer = (query: string, variables: Record<string, unknown> = {}) =>
    ask(opened.subgraph, query, variables, analyst);
  beforeAll(async () => {
    trial = makeCase();
    trial.write({
      attributions:
        says(1, 'ofac:1') +
        says(1, 'ofac:2', 'confidence: web_crawl', 'source: report', 'knownSince: 2023-01-01T00:00:00Z') +
        says(2, 'ofac:1') +
        says(3, 'ofac:1', 'confidence: unknown'),
      // The same minute twice: the order of the file decides; and one to itself.
      transfers: [
        { from: 1, to: 2, minute: 10 },
        { from: 1, to: 3, minute: 20 },
        { from: 1, to: 4, minute: 20 },
        { from: 5, to: 1, minute: 30 },
        { from: 1, to: 1, minute: 40 },
      ],
    });
    store = await openTestStore();
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('answers addresses in any written form, in order, seen before or not, and says what is wrong with others', async () => {
    const addresses = [
      address(1),
      `eip155:56:${address(1)}`,
      '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ',
      '1d6gg9ikehpittcwrjiniuj1jym2hneafj',
      '',
    ];
    const { data, errors } = await answer(
      'query($a: [String!]!) { wallets(addresses: $a) { input problem wallet { id attributions { actor { id } disputed } } } }',
      { a: addresses },
    );
    expect(errors).toBeUndefined();
    const both = [
      { actor: { id: 'ofac:1' }, disputed: true },
      { actor: { id: 'ofac:2' }, disputed: true },
    ];
    expect(data?.['wallets']).toEqual([
      { input: addresses[0], problem: null, wallet: { id: walletId(1), attributions: both } },
      { input: addresses[1], problem: null, wallet: { id: `eip155:56:${address(1)}`, attributions: both } },
      {
        input: addresses[2],
        problem: null,
        wallet: { id: `bip122:000000000019d6689c085ae165831e93:${addresses[2]}`, attributions: [] },
      },
      { input: addresses[3], problem: expect.stringContaining('lower case'), wallet: null },
      { input: '', problem: 'it is empty', wallet: null },
    ]);
  });

  it('takes 10,000 addresses a call, and no more', async () => {
    const query = 'query($a: [String!]!) { wallets(addresses: $a) { wallet { id } } }';
    const most = await answer(query, { a: Array.from({ length: 10_000 }, (_, i) => address(i)) });
    expect(most.errors).toBeUndefined();
    expect(most.data?.['wallets']).toHaveLength(10_000);
    const more = await answer(query, { a: Array.from({ length: 10_001 }, (_, i) => address(i)) });
    expect(more.errors?.[0]).toMatchObject({
      message: expect.stringContaining('10001') as string,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('shows the operator what imports left out, page by page, and a partner nothing of it', async () => {
    const text = [
      'chain,tx,index,time,from,to,asset,amount',
      ...[1, 2, 3].map(() => 'not,a,row'),
      `eip155:1,0x${'1'.padStart(64, '0')},0,2022-04-01T00:00:00Z,${address(1)},${address(1)},ETH,5`,
    ].join('\n');
    trial.writeFile('left-out.csv', text);
    const { import: id } = await importTransfers(opened.records, join(trial.folder, 'left-out.csv'));
    await importTransfers(opened.records, join(trial.folder, 'transfers.csv'));
    const query = `query($first: Int!, $after: String, $rows: Int!, $from: String) { imports(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id kind file digest startedAt endedAt read stored duplicates quarantinedRows
        quarantined(first: $rows, after: $from) { pageInfo { hasNextPage endCursor } nodes { line reason problem file } } } } }`;
    interface Pages {
      readonly imports: {
        readonly pageInfo: { readonly endCursor: string };
        readonly nodes: readonly {
          readonly quarantined: { readonly pageInfo: { readonly endCursor: string } };
        }[];
      };
    }
    const page = async (variables: Record<string, unknown>) => {
      const { data, errors } = await answer(query, variables);
      expect(errors).toBeUndefined();
      return (data as unknown as Pages).imports;
    };
    const newest = await page({ first: 1, rows: 2 });
    expect(newest).toMatchObject({
      pageInfo: { hasNextPage: true },
      nodes: [{ file: 'transfers.csv', quarantinedRows: 1 }],
    });
    const next = { first: 1, after: newest.pageInfo.endCursor };
    const older = await page({ ...next, rows: 3 });
    const problem = 'it has 3 fields, the header 8';
    expect(older.nodes).toMatchObject([
      {
        id,
        kind: 'TRANSFERS',
        file: 'left-out.csv',
        digest: createHash('sha256').update(text).digest('hex'),
        read: 4,
        stored: 0,
        duplicates: 0,
        quarantinedRows: 4,
        quarantined: {
          pageInfo: { hasNextPage: true },
          nodes: [2, 3, 4].map((line) => ({ line, reason: 'UNREADABLE', problem, file: null })),
        },
      },
    ]);
    const from = older.nodes[0]!.quarantined.pageInfo.endCursor;
    expect((await page({ ...next, rows: 3, from })).nodes).toMatchObject([
      { quarantined: { pageInfo: { hasNextPage: false }, nodes: [{ line: 5 }] } },
    ]);
    // An import that was cut off: its counts are not known, which is not zero.
    await opened.records.imports.updateOne({ _id: id }, { $set: { endedAt: null } });
    expect((await page({ ...next, rows: 1 })).nodes).toMatchObject([
      { endedAt: null, read: null, quarantinedRows: null, quarantined: { nodes: [{ line: 2 }] } },
    ]);
    const one =
      'query($id: ID!) { import(id: $id) { file quarantined(first: 1) { nodes { line problem } } } }';
    expect((await answer(one, { id })).data).toEqual({
      import: { file: 'left-out.csv', quarantined: { nodes: [{ line: 2, problem }] } },
    });
    expect((await answer(one, { id: 'none' })).data).toEqual({ import: null });
    const partner = callerOf('partner', 'meridian');
    const errors = [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }];
    expect(await ask(opened.subgraph, query, { first: 1, rows: 1 }, partner)).toMatchObject({
      data: { imports: null },
      errors,
    });
    expect(await ask(opened.subgraph, one, { id }, partner)).toMatchObject({
      data: { import: null },
      errors,
    });
  });

  it('rejects an address that cannot be read, with the reason', async () => {
    const { data, errors } = await answer('{ wallet(address: "0x12") { id } }');
    expect(data).toEqual({ wallet: null });
    expect(errors?.[0]).toMatchObject({
      message: '"0x12" is not an address: an EVM address is 0x and 40 hexadecimal digits',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('shows what was known, and when', async () => {
    const { data } = await answer(
      `{ wallet(address: "${address(1)}") { attributions(knownAt: "2022-06-01T00:00:00Z") { actor { id } disputed wallet { id } } } }`,
    );
    expect(data).toEqual({
      wallet: { attributions: [{ actor: { id: 'ofac:1' }, disputed: false, wallet: { id: walletId(1) } }] },
    });
  });

  it.each([
    [
      'OUT',
      [
        [40, 1],
        [20, 4],
        [20, 3],
        [10, 2],
      ],
    ],
    [
      'IN',
      [
        [40, 1],
        [30, 1],
      ],
    ],
    [
      'ANY',
      [
        [40, 1],
        [30, 1],
        [20, 4],
        [20, 3],
        [10, 2],
      ],
    ],
  ])('pages through its transfers %s, the newest first, each once', async (direction, expected) => {
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await answer(
        `query($after: String) { wallet(address: "${address(1)}") { transfers(direction: ${direction}, first: 2, after: $after) {
          nodes { txHash at to { id } amount asset { symbol } source { title } } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      const { transfers } = data?.['wallet'] as {
        transfers: {
          nodes: { at: string; to: { id: string }; source: unknown }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
      seen.push(...transfers.nodes.map(({ at, to }) => [at, to.id]));
      after = transfers.pageInfo.hasNextPage ? transfers.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(
      expected.map(([minute = 0, to = 0]) => [timeOf(minute).replace('.000Z', 'Z'), walletId(to)]),
    );
  });

  it.each([
    ['transfers(direction: OUT, after: "bm9uZQ") { nodes { amount } }', 'after'],
    ['transfers(direction: OUT, first: 0) { nodes { amount } }', 'first'],
  ])('rejects %s', async (field, argument) => {
    const { errors } = await answer(`{ wallet(address: "${address(1)}") { ${field} } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it("pages through an actor's wallets, sure ones only, unless less is asked for", async () => {
    const wallets = (id: string, args: string) =>
      answer(
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor { wallets${args} { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
        { r: [{ __typename: 'Actor', id }] },
      );
    const first = await wallets('ofac:1', '(first: 1)');
    const page = (first.data?.['_entities'] as { wallets: { pageInfo: { endCursor: string } } }[])[0]
      ?.wallets;
    expect(page).toMatchObject({
      totalCount: 2,
      nodes: [{ id: walletId(1) }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await wallets('ofac:1', `(after: "${page?.pageInfo.endCursor ?? ''}")`);
    expect(rest.data).toMatchObject({ _entities: [{ wallets: { nodes: [{ id: walletId(2) }] } }] });
    const all = await wallets('ofac:1', '(minConfidence: 0)');
    expect(all.data).toMatchObject({ _entities: [{ wallets: { totalCount: 3 } }] });
    const wrong = await wallets('ofac:1', '(minConfidence: 101)');
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'minConfidence',
    });
  });
});
