import { TaintMethod } from '../../../subgraphs/attribution/tracing/engine/taint/taintMethod';
import { address, type CaseDraft, makeCase, says, timeOf, walletId } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const fields = `direction method completeness snapshot cutCount cut { wallet { id } cause }
  assets { asset { symbol } total attributed rest { cause amount }
    actors { actor { id } label amount direct indirect contested share }
    categories { category amount } }`;

/** 1 (a thief's) and 4 (nobody known) pay 2, which pays 3; 1 pays 3 itself, and 3 pays 5 (an exchange's) and 6. */
const thief: CaseDraft = {
  attributions: says(1, 'ofac:1') + says(5, 'graphsense:exchange'),
  transfers: [
    { from: 1, to: 2, minute: 1, amount: '60' },
    { from: 4, to: 2, minute: 2, amount: '40' },
    { from: 2, to: 3, minute: 3, amount: '45' },
    { from: 1, to: 3, minute: 4, amount: '7' },
    { from: 3, to: 5, minute: 5, amount: '20' },
    { from: 3, to: 6, minute: 6, amount: '13' },
    { from: 6, to: 5, minute: 7, amount: '9' },
  ],
};

interface ExposureAnswered {
  readonly snapshot: string;
  readonly assets: readonly {
    readonly actors: readonly { readonly actor: { readonly id: string } }[];
    readonly rest: readonly object[];
  }[];
}

describe('exposure', () => {
  let store: TestStore;
  let opened: Opened;
  const trial = makeCase();
  beforeAll(async () => {
    store = await openTestStore();
    trial.write(thief);
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  const asked = async (wallet: number, how: string, caller = analyst) => {
    const query = `query($address: String!) { wallet(address: $address) { exposure(${how}) { ${fields} } } }`;
    const { data, errors } = await ask(opened.subgraph, query, { address: address(wallet) }, caller);
    const answer = data as { wallet?: { exposure: ExposureAnswered } } | null | undefined;
    return { errors, exposure: answer?.wallet?.exposure };
  };

  it.each([
    ['POISON', { direct: '7', indirect: '45', amount: '52', share: 1 }],
    ['HAIRCUT', { direct: '7', indirect: '27', amount: '34', share: 0.653846153846153 }],
    ['FIFO', { direct: '7', indirect: '45', amount: '52', share: 1 }],
    ['LIFO', { direct: '7', indirect: '5', amount: '12', share: 0.23076923076923 }],
    ['TIHO', { direct: '7', indirect: '45', amount: '52', share: 1 }],
  ] as const)('says what a wallet received and from whom, by %s', async (method, row) => {
    const { exposure } = await asked(3, `direction: IN, method: ${method}`);
    expect(exposure).toMatchObject({ direction: 'IN', method, completeness: 'COMPLETE', cutCount: 0 });
    const asset = exposure!.assets[0]!;
    expect(asset).toMatchObject({ asset: { symbol: 'ETH' }, total: '52', attributed: row.amount });
    expect(asset.actors).toEqual([{ actor: { id: 'ofac:1' }, label: null, contested: '0', ...row }]);
    expect(asset.rest).toEqual(
      row.amount === '52' ? [] : [{ cause: 'UNSEEN', amount: String(52 - Number(row.amount)) }],
    );
  });

  it('says where what a wallet sent went', async () => {
    const { exposure } = await asked(3, 'direction: OUT');
    expect(exposure?.assets).toMatchObject([
      {
        total: '33',
        attributed: '29',
        actors: [{ actor: { id: 'graphsense:exchange' }, direct: '20', indirect: '9' }],
        rest: [{ cause: 'HELD', amount: '4' }],
      },
    ]);
  });

  it('looks no further than it was asked to, and not past a time', async () => {
    const near = (await asked(3, 'direction: IN, maxHops: 1')).exposure?.assets[0];
    expect(near).toMatchObject({ attributed: '7', rest: [{ cause: 'HOPS', amount: '45' }] });
    const early = (await asked(3, `direction: IN, asOf: "${timeOf(3)}"`)).exposure?.assets[0];
    expect(early).toMatchObject({ total: '45', attributed: '27' });
    expect((await asked(99, 'direction: IN')).exposure).toMatchObject({
      assets: [],
      completeness: 'COMPLETE',
    });
  });

  it.each(['IN', 'OUT'] as const)(
    'says that more lies beyond its hops, and only where it does: %s',
    async (side) => {
      const chain = [80, 81, 82, 83, 84];
      const steps = (from: number, to: number): [number, number] => (side === 'IN' ? [to, from] : [from, to]);
      const minuteOf = (n: number) => (side === 'IN' ? 40 - n : 40 + n);
      const transfers = chain.slice(1).map((wallet, n) => {
        const [from, to] = steps(chain[n]!, wallet);
        return { from, to, minute: minuteOf(n) };
      });
      // Funds that moved at the far end before the others came, or after they left, do not count.
      const [from, to] = steps(84, 85);
      const other = makeCase(`hops-${side.toLowerCase()}`);
      other.write({
        attributions: says(95, 'ofac:9'),
        transfers: [
          ...transfers,
          { from, to, minute: minuteOf(-9) },
          { from: steps(80, 95)[0], to: steps(80, 95)[1], minute: minuteOf(0) },
          { from: steps(95, 96)[0], to: steps(95, 96)[1], minute: minuteOf(1) },
        ],
      });
      const own = await openLoaded(store, other.folder, `_hops_${side}`);
      const seen = async (maxHops: number) => {
        const query = `query($a: String!) { wallet(address: $a) { exposure(direction: ${side}, maxHops: ${maxHops}) { completeness cutCount } } }`;
        const { data } = await ask(own.subgraph, query, { a: address(80) }, analyst);
        return (data as unknown as { wallet: { exposure: object } }).wallet.exposure;
      };
      const limits = [];
      for (const hops of [1, 2, 3, 4, 30]) limits.push(await seen(hops));
      const [limit, complete] = ['HOP_LIMIT', 'COMPLETE'].map((completeness) => ({
        completeness,
        cutCount: 0,
      }));
      expect(limits).toEqual([limit, limit, limit, complete, complete]);
      await own.close();
      other.remove();
    },
  );

  it('says HUB_CUT before HOP_LIMIT', async () => {
    const hub = 5_000;
    const other = makeCase('hub-and-hops');
    other.write({
      transfers: [
        ...Array.from({ length: 1_000 }, (_, n) => ({ from: 6_000 + n, to: hub, minute: 1 })),
        { from: hub, to: 70, minute: 5 },
        { from: 72, to: 71, minute: 4 },
        { from: 71, to: 70, minute: 5 },
        { from: 71, to: 73, minute: 5 },
      ],
    });
    const own = await openLoaded(store, other.folder, '_hub');
    const seen = async (wallet: number, hops: number) => {
      const query = `query($a: String!) { wallet(address: $a) { exposure(direction: IN, maxHops: ${hops}) { completeness } } }`;
      const { data } = await ask(own.subgraph, query, { a: address(wallet) }, analyst);
      return (data as unknown as { wallet: { exposure: { completeness: string } } }).wallet.exposure
        .completeness;
    };
    expect([await seen(70, 1), await seen(70, 2), await seen(73, 1), await seen(73, 2)]).toEqual([
      'HUB_CUT',
      'HUB_CUT',
      'HOP_LIMIT',
      'COMPLETE',
    ]);
    await own.close();
    other.remove();
  });

  it('answers all of many that are asked at once by several callers, as it answers each by itself', async () => {
    // 60 wallets that all paid each other, many times: each exposure looks at all of it.
    const wallets = Array.from({ length: 60 }, (_, n) => 3_000 + n);
    const other = makeCase('busy');
    other.write({
      attributions: says(3_000, 'ofac:9'),
      transfers: Array.from({ length: 6_000 }, (_, n) => ({
        from: wallets[n % 60]!,
        to: wallets[(n * 7 + Math.floor(n / 60) + 1) % 60]!,
        minute: n,
        amount: String(1 + (n % 97)),
      })).filter(({ from, to }) => from !== to),
    });
    const own = await openLoaded(store, other.folder, '_busy');
    const asks = Object.values(TaintMethod).flatMap((method) =>
      wallets.slice(1, 6).map((wallet, n) => ({ method, wallet, n })),
    );
    const one = ({ method, wallet, n }: (typeof asks)[number]) =>
      ask(
        own.subgraph,
        `query($a: String!) { wallet(address: $a) { exposure(direction: IN, maxHops: 30, method: ${method}) { ${fields} } } }`,
        { a: address(wallet) },
        { ...analyst, subject: `caller-${n}` },
      );
    const together = await Promise.all(asks.map(one));
    expect(together.map(({ errors }) => errors)).toEqual(asks.map(() => undefined));
    for (const [n, asked] of asks.entries()) expect(together[n]).toEqual(await one(asked));
    await own.close();
    other.remove();
  });

  it('rejects a direction that is two, and hops that are not 1 to 30', async () => {
    for (const how of ['direction: ANY', 'direction: IN, maxHops: 0', 'direction: OUT, maxHops: 31']) {
      const { errors, exposure } = await asked(3, how);
      expect(exposure ?? null).toBeNull();
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('rejects more in one request than it can answer in time', async () => {
    const wallets = Array.from({ length: 51 }, (_, n) => address(n + 1));
    const query =
      'query($all: [String!]!) { wallets(addresses: $all) { wallet { exposure(direction: IN) { snapshot } } } }';
    const { errors } = await ask(opened.subgraph, query, { all: wallets }, analyst);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('rests on nothing that only the operator says where a partner asks', async () => {
    await opened.records.attributions.create({
      _id: 'house-1',
      walletId: walletId(4),
      matchKey: `eip155:${address(4)}`,
      actorId: 'ofac:2',
      stance: 'ASSERTS',
      confidenceId: 'ownership',
      confidence: 100,
      method: 'our analysis',
      knownSince: new Date('2022-01-01'),
      illustrative: false,
      source: { id: 'house', title: 'Our analysts' },
      audience: 'HOUSE',
    });
    const actorsSeenBy = async (caller: typeof analyst) =>
      (await asked(3, 'direction: IN', caller)).exposure?.assets[0]?.actors.map(({ actor }) => actor.id);
    expect(await actorsSeenBy(analyst)).toEqual(['ofac:1', 'ofac:2']);
    expect(await actorsSeenBy(callerOf('partner', 'north'))).toEqual(['ofac:1']);
  });

  it.each(Object.values(TaintMethod))('tells the same again, by %s', async (method) => {
    const twice = [1, 2].map(() => asked(3, `direction: OUT, method: ${method}`));
    const [one, other] = await Promise.all(twice);
    expect(one?.exposure?.snapshot).toMatch(/^transfers:\d+$/);
    expect(one).toEqual(other);
  });
});
