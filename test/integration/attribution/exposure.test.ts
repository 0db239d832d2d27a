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

  it('refuses a direction that is two, and hops that are not 1 to 30', async () => {
    for (const how of ['direction: ANY', 'direction: IN, maxHops: 0', 'direction: OUT, maxHops: 31']) {
      const { errors, exposure } = await asked(3, how);
      expect(exposure ?? null).toBeNull();
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('refuses more in one request than it can answer in time', async () => {
    const wallets = Array.from({ length: 51 }, (_, n) => address(n + 1));
    const query =
      'query($all: [String!]!) { wallets(addresses: $all) { wallet { exposure(direction: IN) { snapshot } } } }';
    const { errors } = await ask(opened.subgraph, query, { all: wallets }, analyst);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('rests on nothing that only the house says where a partner asks', async () => {
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
