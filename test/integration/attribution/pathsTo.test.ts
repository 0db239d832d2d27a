import { storeTransfers } from '../../../subgraphs/attribution/transfer/storeTransfers.store';
import { address, makeCase, says, walletId } from '../../support/attributionCase';
import { ask, openLoaded, type Opened, reachOf } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');

interface PathsTo {
  readonly completeness: string;
  readonly cutCount: number;
  readonly cuts: readonly { readonly wallet: { readonly id: string }; readonly reason: string }[];
  readonly snapshot: string;
  readonly paths: readonly {
    readonly amount: string | null;
    readonly hops: readonly {
      readonly to: { readonly id: string };
      readonly from: { readonly id: string };
      readonly amount: string;
    }[];
  }[];
}

describe('Wallet.pathsTo', () => {
  let store: TestStore;
  let opened: Opened;
  beforeAll(async () => {
    store = await openTestStore();
    const trial = makeCase();
    trial.write({
      attributions: says(80, 'ofac:1'),
      transfers: [
        { from: 1, to: 2, minute: 1, amount: '30' },
        { from: 2, to: 3, minute: 2, amount: '20' },
        { from: 1, to: 3, minute: 9, amount: '10' },
        { from: 1, to: 2, minute: 2, amount: '7' },
        { from: 3, to: 1, minute: 0, amount: '7' },
        { from: 5, to: 6, minute: 1, chain: 'eip155:137', asset: 'POL' },
        ...Array.from({ length: 1_000 }, (_, i) => ({ from: 5_000 + i, to: 50, minute: 1 })),
        { from: 1, to: 50, minute: 3 },
        { from: 50, to: 60, minute: 4 },
      ],
      deposits: [`north,a,${address(90)}`],
    });
    opened = await openLoaded(store, trial.folder);
    trial.remove();
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
  });

  const fields = `completeness cutCount cuts { wallet { id } reason } snapshot
    paths { amount illustrative hops { txHash from { id } to { id } amount at asset { symbol } } }`;
  async function pathsTo(from: string, args: string) {
    const query = `query($a: String!) { wallet(address: $a) { pathsTo(${args}) { ${fields} } } }`;
    const { data, errors } = await ask(opened.subgraph, query, { a: from }, analyst);
    return { errors, result: (data?.['wallet'] as { pathsTo: PathsTo | null } | undefined)?.pathsTo };
  }
  const ways = (result: PathsTo | null | undefined) =>
    result?.paths.map(({ hops }) => hops.map(({ from, to, amount }) => [from.id, amount, to.id].join(' ')));
  const hop = (from: number, amount: number, to: number) => `${walletId(from)} ${amount} ${walletId(to)}`;

  it('gives the shortest first, then the earliest, as many as are wanted', async () => {
    const { result } = await pathsTo(address(1), `wallet: "${address(3)}"`);
    expect(ways(result)).toEqual([
      [hop(1, 10, 3)],
      [hop(1, 30, 2), hop(2, 20, 3)],
      [hop(1, 7, 2), hop(2, 20, 3)],
    ]);
    expect(result?.paths.map(({ amount }) => amount)).toEqual(['10', '20', '7']);
    const first = await pathsTo(address(1), `wallet: "${address(3)}", first: 1, maxHops: 12`);
    expect(ways(first.result)).toEqual([[hop(1, 10, 3)]]);
    expect(first.result).toMatchObject({ completeness: 'COMPLETE', cutCount: 0 });
  });

  it('takes the target in any written form; without a chain it is on the chain of the question', async () => {
    for (const form of [address(3), walletId(3), `ethereum:${address(3)}`]) {
      expect(ways((await pathsTo(address(1), `wallet: "${form}", first: 1`)).result)).toEqual([
        [hop(1, 10, 3)],
      ]);
    }
    const polygon = await pathsTo(`eip155:137:${address(5)}`, `wallet: "${address(6)}"`);
    expect(polygon.result?.paths).toHaveLength(1);
    const other = await pathsTo(`eip155:137:${address(5)}`, `wallet: "${walletId(6)}"`);
    expect(other.result).toMatchObject({ paths: [], completeness: 'COMPLETE' });
  });

  it('does not go through a hub, and names it; a hub may be the target', async () => {
    expect((await pathsTo(address(1), `wallet: "${address(60)}"`)).result).toMatchObject({
      paths: [],
      completeness: 'HUB_CUT',
      cutCount: 1,
      cuts: [{ wallet: { id: walletId(50) }, reason: 'BUSY' }],
    });
    expect((await pathsTo(address(1), `wallet: "${address(50)}"`)).result).toMatchObject({
      paths: [{ hops: [{}] }],
      completeness: 'COMPLETE',
    });
  });

  it('finds nothing, wholly, where a wallet was never seen; and itself without a hop', async () => {
    expect((await pathsTo(address(1), `wallet: "${address(777)}"`)).result).toMatchObject({
      paths: [],
      completeness: 'COMPLETE',
    });
    for (const n of [1, 777]) {
      expect((await pathsTo(address(n), `wallet: "${address(n)}"`)).result).toMatchObject({
        paths: [{ hops: [], amount: null }],
      });
    }
  });

  it.each([
    ['maxHops', `wallet: "${address(3)}", maxHops: 0`],
    ['maxHops', `wallet: "${address(3)}", maxHops: 31`],
    ['first', `wallet: "${address(3)}", first: 0`],
    ['first', `wallet: "${address(3)}", first: 51`],
    ['wallet', 'wallet: "0x12"'],
  ])('rejects a wrong %s: %s', async (argument, args) => {
    const { errors } = await pathsTo(address(1), args);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('follows Bitcoin from any input to any output, in paths and in traces, which can be computed again', async () => {
    const [payer, other, middle, deposit] = [
      '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
      '1CounterpartyXXXXXXXXXXXXXXXUWLpVr',
      '1dice8EMZmqKvrGE4Qc9bUFf9PX3xaYDp',
      '12cbQLTFMXRnSzktFkuoG3eHoMeFtpTu3S',
    ].map((address_) => `bip122:000000000019d6689c085ae165831e93:${address_}`) as [
      string,
      string,
      string,
      string,
    ];
    const tx = (digit: string, inputs: [string, string][], outputs: [string, string][], minute: number) => ({
      _id: `bip122:000000000019d6689c085ae165831e93:${digit.repeat(64)}`,
      chain: 'bip122:000000000019d6689c085ae165831e93',
      tx: digit.repeat(64),
      at: new Date(Date.UTC(2022, 0, 1, 0, minute)),
      asset: 'bip122:000000000019d6689c085ae165831e93/slip44:0',
      inputs: inputs.map(([id, amount], index) => ({ index, walletId: id, amount })),
      outputs: outputs.map(([id, amount], index) => ({ index, walletId: id, amount })),
      illustrative: true,
      source: { id: 'test', title: 'A test' },
    });
    await storeTransfers(opened.records, [
      tx(
        'a',
        [
          [other, '4'],
          [payer, '6'],
        ],
        [
          [middle, '7'],
          [payer, '3'],
        ],
        1,
      ),
      tx(
        'b',
        [[middle, '7']],
        [
          [deposit, '5'],
          [other, '2'],
        ],
        2,
      ),
    ] as never);
    const { result } = await pathsTo(payer, `wallet: "${deposit}"`);
    expect(ways(result)).toEqual([[`${payer} 7 ${middle}`, `${middle} 5 ${deposit}`]]);

    await opened.records.deposits.create({
      _id: 'north:b x',
      venueId: 'north',
      accountId: 'north:b',
      walletId: deposit,
      matchKey: deposit,
      illustrative: true,
    });
    await opened.records.attributions.create({
      _id: 'btc',
      walletId: payer,
      matchKey: payer,
      actorId: 'ofac:2',
      stance: 'ASSERTS',
      confidenceId: 'authority_data',
      confidence: 90,
      method: 'listed',
      knownSince: new Date(0),
      illustrative: false,
      source: { id: 'list', title: 'A list' },
    });
    const reach = await reachOf(opened.subgraph, { id: 'ofac:2', linkedActorIds: ['ofac:2'] }, analyst);
    expect(reach.traces.map(({ accountId }) => accountId)).toEqual(['north:b']);
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace {
      from { id } to { id } amount hops { txHash from { id } to { id } amount } } } }`;
    const trace = { __typename: 'Trace', id: reach.traces[0]?.traceId };
    expect(await ask(opened.subgraph, query, { r: [trace] }, analyst)).toMatchObject({
      data: {
        _entities: [
          {
            from: { id: payer },
            to: { id: deposit },
            amount: '5',
            hops: [
              { txHash: 'a'.repeat(64), from: { id: payer }, to: { id: middle }, amount: '7' },
              { txHash: 'b'.repeat(64), from: { id: middle }, to: { id: deposit }, amount: '5' },
            ],
          },
        ],
      },
    });
  });
});
