import mongoose from 'mongoose';
import { readTraceId, traceIdOf } from '../../../subgraphs/attribution/tracing/traceId';
import { importCase } from '../../../subgraphs/attribution/import/importCase';
import { callerOf } from '../../support/identities';
import { address, type CaseDraft, makeCase, says, walletId } from '../../support/attributionCase';
import { ask, openLoaded, reachOf, type Opened } from '../../support/attributionSubgraph';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const actor = { id: 'ofac:1', linkedActorIds: ['ofac:1'] };

/** The collections that a question reads; the background's checks, twice a second, read others. */
const asked = ['transfers', 'utxo_transactions', 'deposits', 'attributions'];

/**
 * Counts the reads that every connection of this process sends, while something runs. A long answer comes in several
 * batches (getMore): that is still one question.
 */
async function commandsOf(work: () => Promise<unknown>): Promise<number> {
  let commands = 0;
  const count = ({ commandName, command }: { commandName: string; command: { find?: string } }) =>
    (commands += commandName === 'find' && asked.includes(command.find ?? '') ? 1 : 0);
  const clients = mongoose.connections
    .filter(({ readyState }) => readyState === mongoose.ConnectionStates.connected)
    .map((one) => one.getClient());
  for (const client of clients) client.on('commandStarted', count);
  await work();
  for (const client of clients) client.off('commandStarted', count);
  return commands;
}

describe('traces', () => {
  let store: TestStore;
  let worlds = 0;
  beforeAll(async () => (store = await openTestStore()));
  afterAll(() => store.close());

  async function inWorld<T>(draft: CaseDraft, work: (opened: Opened) => Promise<T>): Promise<T> {
    const trial = makeCase();
    trial.write(draft);
    const opened = await openLoaded(store, trial.folder, `_${++worlds}`);
    try {
      return await work(opened);
    } finally {
      await opened.close();
      trial.remove();
    }
  }
  const reached = (draft: CaseDraft) =>
    inWorld(draft, async ({ subgraph }) => {
      const { traces, completeness } = await reachOf(subgraph, actor, analyst);
      return { accounts: traces.map(({ accountId }) => accountId), completeness };
    });
  const deposits = [`north,a,${address(90)}`];

  it('answers nothing about reached accounts while a case is not wholly loaded', async () => {
    const trial = makeCase();
    trial.write({ attributions: says(1, 'ofac:1'), transfers: [{ from: 1, to: 90, minute: 1 }], deposits });
    await inWorld({}, async ({ subgraph, records }) => {
      await importCase(records, trial.folder, 'check');
      expect((await reachOf(subgraph, actor, analyst)).traces).toEqual([]);
      await importCase(records, trial.folder, 'begin');
      await expect(reachOf(subgraph, actor, analyst)).rejects.toThrow('IMPORT_UNFINISHED');
      await importCase(records, trial.folder, 'store');
      expect((await reachOf(subgraph, actor, analyst)).traces).toHaveLength(1);
      await importCase(records, trial.folder, 'begin');
      expect((await reachOf(subgraph, actor, analyst)).traces).toHaveLength(1);
    });
    trial.remove();
  });

  it("finds an account whose deposit wallet is the actor's own, though nothing was ever moved", async () => {
    await inWorld({ attributions: says(90, 'ofac:1'), deposits }, async ({ subgraph }) => {
      const { traces, completeness } = await reachOf(subgraph, actor, analyst);
      expect([traces.map(({ accountId }) => accountId), completeness]).toEqual([['north:a'], 'COMPLETE']);
      const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace {
        from { id } to { id } hops { txHash } amount asset { id } } } }`;
      const trace = { __typename: 'Trace', id: traces[0]?.traceId };
      expect(await ask(subgraph, query, { r: [trace] }, analyst)).toMatchObject({
        data: {
          _entities: [
            { from: { id: walletId(90) }, to: { id: walletId(90) }, hops: [], amount: null, asset: null },
          ],
        },
      });
    });
  });

  it('tells enforcement of each asset that arrived, the best trace first, and shows one row of them', async () => {
    const usdc = 'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
    const draft = {
      attributions: says(1, 'ofac:1'),
      transfers: [
        { from: 1, to: 2, minute: 1, asset: usdc },
        { from: 2, to: 90, minute: 2, asset: usdc },
        { from: 1, to: 90, minute: 3 },
      ],
      deposits,
    };
    await inWorld(draft, async ({ subgraph }) => {
      const { traces } = await reachOf(subgraph, actor, analyst);
      expect(traces.map(({ accountId, assetIds }) => [accountId, ...assetIds])).toEqual([
        ['north:a', 'eip155:1/slip44:60'],
        ['north:a', usdc],
      ]);
      const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor {
        tracedAccounts { totalCount nodes { trace { id asset { id } } } } } } }`;
      const { data } = await ask(subgraph, query, { r: [{ __typename: 'Actor', ...actor }] }, analyst);
      expect(data).toMatchObject({
        _entities: [{ tracedAccounts: { totalCount: 1, nodes: [{ trace: { id: traces[0]?.traceId } }] } }],
      });
    });
  });

  it('starts at an EVM wallet on whichever chain it was seen', async () => {
    const draft = {
      attributions: says(1, 'ofac:1'),
      transfers: [{ from: 1, to: 90, minute: 1, chain: 'eip155:137', asset: 'POL' }],
      deposits,
    };
    expect(await reached(draft)).toEqual({ accounts: ['north:a'], completeness: 'COMPLETE' });
  });

  it.each([
    ['sure enough', says(1, 'ofac:1', 'confidence: forensic'), true],
    ['too unsure', says(1, 'ofac:1', 'confidence: untrusted_transaction'), false],
    [
      'disputed by somebody else',
      says(1, 'ofac:1') + says(1, 'ofac:1', 'stance: DISPUTES', 'source: report'),
      true,
    ],
    ['taken back by its source', says(1, 'ofac:1') + says(1, 'ofac:1', 'stance: RETRACTS'), false],
    ['not known yet', says(1, 'ofac:1', 'knownSince: 2050-01-01T00:00:00Z'), false],
    ['held on that day', says(1, 'ofac:1', 'heldFrom: 2022-01-01', 'heldTo: 2022-01-01'), true],
    ['held only later', says(1, 'ofac:1', 'heldFrom: 2022-01-02'), false],
    ['held only before', says(1, 'ofac:1', 'heldTo: 2021-12-31'), false],
  ])('an attribution that is %s: %#', async (_name, attributions, starts) => {
    const { accounts } = await reached({
      attributions,
      transfers: [{ from: 1, to: 90, minute: 60 }],
      deposits,
    });
    expect(accounts).toEqual(starts ? ['north:a'] : []);
  });

  it.each([
    [999, { accounts: ['north:a'], completeness: 'COMPLETE' }],
    [1_000, { accounts: [], completeness: 'HUB_CUT' }],
  ])('a wallet that dealt with %i others', async (others, expected) => {
    // Two of the others are the start and the deposit wallet; one deals twice, one sends nothing.
    const strangers = Array.from({ length: others - 2 }, (_, i) => ({ from: 5_000 + i, to: 50, minute: 1 }));
    const transfers = [
      ...strangers,
      { from: 5_000, to: 50, minute: 2 },
      { from: 4_000, to: 50, minute: 2, amount: '0' },
      { from: 50, to: 50, minute: 2 },
      { from: 1, to: 50, minute: 3 },
      { from: 50, to: 90, minute: 4 },
    ];
    expect(await reached({ attributions: says(1, 'ofac:1'), transfers, deposits })).toEqual(expected);
  });

  it('asks the store as often for 150 accounts as for two, on the search and on the traces', async () => {
    const commands = (accounts: number) => {
      const each = Array.from({ length: accounts }, (_, i) => i);
      const draft = {
        attributions: says(1, 'ofac:1'),
        transfers: each.flatMap((i) => [
          { from: 1, to: 2_000 + i, minute: 1 },
          { from: 2_000 + i, to: 4_000 + i, minute: 2 },
        ]),
        deposits: each.map((i) => `north,a${i},${address(4_000 + i)}`),
      };
      return inWorld(draft, async ({ subgraph }) => {
        let found: { traceId: string }[] = [];
        const searching = await commandsOf(async () => {
          found = [...(await reachOf(subgraph, actor, analyst)).traces];
        });
        expect(found).toHaveLength(accounts);
        const resolving = await commandsOf(async () => {
          const representations = found.map(({ traceId }) => ({ __typename: 'Trace', id: traceId }));
          const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace { hops { txHash } } } }`;
          const { errors } = await ask(subgraph, query, { r: representations }, analyst);
          expect(errors).toBeUndefined();
        });
        expect(resolving).toBe(1);
        return searching;
      });
    };
    const forTwo = await commands(2);
    expect(forTwo).toBeGreaterThan(0);
    expect(forTwo).toBeGreaterThan(0);
    expect(await commands(150)).toBe(forTwo);
  });

  it('says which hops, how much at most, and pages by account', async () => {
    const draft = {
      attributions: says(1, 'ofac:1'),
      transfers: [
        { from: 1, to: 2, minute: 1, amount: '30' },
        { from: 2, to: 90, minute: 2, amount: '20' },
        { from: 2, to: 91, minute: 3, amount: '40' },
      ],
      deposits: [...deposits, `north,b,${address(91)}`],
    };
    await inWorld(draft, async ({ subgraph }) => {
      const page = async (args: string) => {
        const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor { tracedAccounts(${args}) {
          totalCount completeness pageInfo { hasNextPage endCursor }
          nodes { account { id } actor { id } trace { id amount snapshot hops { amount to { id } } } } } } } }`;
        const { data, errors } = await ask(
          subgraph,
          query,
          { r: [{ __typename: 'Actor', ...actor }] },
          analyst,
        );
        return {
          errors,
          traced: (data?.['_entities'] as { tracedAccounts: never }[] | undefined)?.[0]?.tracedAccounts,
        };
      };
      const first = await page('first: 1');
      expect(first.traced).toMatchObject({
        totalCount: 2,
        completeness: 'COMPLETE',
        pageInfo: { hasNextPage: true },
        nodes: [
          {
            account: { id: 'north:a' },
            actor: { id: 'ofac:1' },
            trace: {
              amount: '20',
              snapshot: 'transfers:3',
              hops: [
                { amount: '30', to: { id: walletId(2) } },
                { amount: '20', to: { id: walletId(90) } },
              ],
            },
          },
        ],
      });
      const { endCursor } = (first.traced as unknown as { pageInfo: { endCursor: string } }).pageInfo;
      const second = await page(`first: 1, after: "${endCursor}"`);
      expect(second.traced).toMatchObject({
        nodes: [{ account: { id: 'north:b' }, trace: { amount: '30' } }],
      });
      expect((await page('maxHops: 1')).traced).toMatchObject({ totalCount: 0 });
      for (const hops of [0, 31]) {
        expect((await page(`maxHops: ${hops}`)).errors?.[0]?.extensions).toMatchObject({
          code: 'BAD_USER_INPUT',
          argument: 'maxHops',
        });
      }
    });
  });

  it('rejects an id of a trace whose transfers are missing, are no path, or were not searched', async () => {
    const draft = {
      attributions: says(1, 'ofac:1'),
      transfers: [
        { from: 1, to: 2, minute: 5 },
        { from: 2, to: 90, minute: 6 },
        { from: 2, to: 90, minute: 4 },
        { from: 2, to: 90, minute: 7, amount: '0' },
      ],
      deposits,
    };
    await inWorld(draft, async ({ subgraph }) => {
      const [found] = (await reachOf(subgraph, actor, analyst)).traces;
      const facts = readTraceId(found?.traceId ?? '');
      if (!facts) throw new Error('no trace');
      expect(facts.seqs).toEqual([1, 2]);
      const rejected = [
        [1, 9],
        [2, 1],
        [1, 3],
        [1, 4],
        [1, 1],
      ].map((seqs) => traceIdOf({ ...facts, seqs }));
      const ids = ['nonsense', '', traceIdOf({ ...facts, snapshot: 1 }), ...rejected];
      const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace { amount } } }`;
      for (const id of ids) {
        const { errors } = await ask(subgraph, query, { r: [{ __typename: 'Trace', id }] }, analyst);
        expect(errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_ENTITY' });
      }
    });
  });
});
