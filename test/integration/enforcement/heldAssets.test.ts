import {
  ann,
  audienceOf,
  ben,
  btc,
  type CommandsUp,
  commandsUp,
  eth,
  lea,
  person,
} from '../../support/commandsUp';
import { draft, measureFact } from '../../support/enforcementFacts';

/** Measures that are on some assets only, and what held accounts an actor's funds reached. */

const usdc = 'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const from = '2024-05-01T00:00:00.000Z';
const { issuer } = ann;
const two = {
  maker: 'ada',
  makerIssuer: issuer,
  checker: 'ben',
  checkerIssuer: issuer,
  observed: false,
  from,
};
const partner = person('partner', 'kay', 'kestrel');

let up: CommandsUp;

beforeAll(async () => {
  up = await commandsUp();
  const scope = ['kestrel:1', 'kestrel:2', 'meridian:1'];
  await up.process({ id: 'some', scope, assets: [usdc] });
  await up.process({
    id: 'sealed',
    scope,
    disclosure: 'RESTRICTED',
    mayNotify: false,
    audience: audienceOf(partner),
  });
  const measure = (id: string, accountId: string, over: object) =>
    measureFact({ ...two, id, accountId, kind: 'FREEZE', ...over });
  await up.record(
    draft('MEASURE_TAKEN', {
      measures: [
        measure('of-usdc', 'kestrel:1', { assets: [usdc], processIds: ['some'], reason: 'the warrant' }),
        measure('sealed-freeze', 'kestrel:1', { assets: [btc], processIds: ['sealed'], reason: 'sealed' }),
        measure('lapsed', 'kestrel:2', { to: '2024-05-10T00:00:00.000Z', endReason: 'EXPIRY' }),
        measure('taken', 'kestrel:2', { kind: 'SEIZE', from: '2024-05-09T00:00:00.000Z' }),
        measure('final', 'kestrel:3', { kind: 'FORFEIT' }),
        measure('marked', 'meridian:1', { kind: 'FLAG', checker: null, reason: 'look' }),
      ],
    }),
  );
});
afterAll(() => up.close());

const query = `query($representations: [_Any!]!, $kinds: [MeasureKind!], $include: Boolean! = false) {
  _entities(representations: $representations) { ... on Actor {
    frozenAccounts(kinds: $kinds, includeOtherAssets: $include) {
      totalCount nodes { assetUnderMeasure account { id status frozenSince } trace { id } }
    }
  } }
}`;

type Row = readonly [accountId: string, traceId: string, ...assetIds: string[]];

const frozen = (rows: readonly Row[], variables: object = {}, caller = ann) => {
  const traces = rows.map(([accountId, traceId, ...assetIds]) => ({
    accountId,
    actorId: 'ofac:27307',
    traceId,
    assetIds,
  }));
  const accountReach = { traces, completeness: 'COMPLETE' };
  const representations = [{ __typename: 'Actor', id: 'ofac:43337', accountReach }];
  return up.ask(query, { representations, ...variables }, caller);
};
const rowsOf = async (rows: readonly Row[], variables?: object) => {
  const { data, errors } = await frozen(rows, variables);
  expect(errors).toBeUndefined();
  const found = data._entities[0].frozenAccounts;
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map(
    (node: { account: { id: string }; trace: { id: string }; assetUnderMeasure: boolean }) => [
      node.account.id,
      node.trace.id,
      node.assetUnderMeasure,
    ],
  );
};

describe('an account of which some assets are frozen', () => {
  it('is a row where the traced asset is one of them, and not for another asset unless asked', async () => {
    expect(await rowsOf([['kestrel:1', 'of usdc', usdc]])).toEqual([['kestrel:1', 'of usdc', true]]);
    const ofEth: Row[] = [['kestrel:1', 'of eth', eth]];
    expect(await rowsOf(ofEth)).toEqual([]);
    expect(await rowsOf(ofEth, { include: true })).toEqual([['kestrel:1', 'of eth', false]]);
  });

  it('is shown with the trace of the frozen asset, also where another trace is better', async () => {
    const both: Row[] = [
      ['kestrel:1', 'the better one', eth],
      ['kestrel:1', 'of usdc', usdc],
    ];
    expect(await rowsOf(both)).toEqual([['kestrel:1', 'of usdc', true]]);
    expect(await rowsOf(both, { include: true })).toEqual([['kestrel:1', 'of usdc', true]]);
  });

  it('is a row that says nothing of an asset where its wallet is the actor’s own', async () => {
    expect(await rowsOf([['kestrel:1', 'no hop']])).toEqual([['kestrel:1', 'no hop', null]]);
  });
});

describe('a held account', () => {
  const reached: Row[] = [
    ['kestrel:2', 'a', eth],
    ['kestrel:3', 'b', eth],
    ['meridian:1', 'c', eth],
  ];

  it('stays a row when it is seized or forfeited, and the freeze is over', async () => {
    expect(await rowsOf(reached)).toEqual([
      ['kestrel:2', 'a', true],
      ['kestrel:3', 'b', true],
    ]);
    const { data } = await frozen(reached);
    expect(data._entities[0].frozenAccounts.nodes.map(({ account }: { account: object }) => account)).toEqual(
      [
        { id: 'kestrel:2', status: 'SEIZED', frozenSince: '2024-05-01T00:00:00Z' },
        { id: 'kestrel:3', status: 'FORFEITED', frozenSince: '2024-05-01T00:00:00Z' },
      ],
    );
  });

  it('is one of the kinds that are asked for', async () => {
    expect(await rowsOf(reached, { kinds: ['FORFEIT'] })).toEqual([['kestrel:3', 'b', true]]);
    expect(await rowsOf(reached, { kinds: ['FREEZE', 'BLOCK'] })).toEqual([]);
    for (const kinds of [['FLAG'], ['FREEZE', 'RESTRICT'], []]) {
      const { errors } = await frozen(reached, { kinds });
      expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'kinds' });
    }
  });
});

describe('a measure', () => {
  const measures = async (id: string, caller = ann) => {
    const text = `query($id: ID!) { account(id: $id) { measures { id reason account { id } assets { id }
      amounts { asset { id } held seized } bases { id scope assets { id } mayNotify } } } }`;
    const { account } = await up.data(text, { id }, caller);
    return new Map<string, object>(account.measures.map((one: { id: string }) => [one.id, one]));
  };

  it('says which assets it is on, what the account has of them, and which account it is', async () => {
    const found = await measures('kestrel:1');
    expect(found.get('of-usdc')).toMatchObject({
      account: { id: 'kestrel:1' },
      assets: [{ id: usdc }],
      // Nobody has observed any: unknown, and not zero.
      amounts: [{ asset: { id: usdc }, held: null, seized: null }],
      bases: [
        {
          id: 'some',
          scope: ['kestrel:1', 'kestrel:2', 'meridian:1'],
          assets: [{ id: usdc }],
          mayNotify: true,
        },
      ],
    });
    expect((await measures('kestrel:2')).get('taken')).toMatchObject({
      assets: null,
      amounts: [{ asset: { id: eth }, held: '500', seized: null }],
    });
  });

  it('says what it took itself', async () => {
    await up.process({ id: 'warrant', scope: ['kestrel:1'] });
    await up.agreed('freezeAccount', { account: 'kestrel:1', processes: ['warrant'], reason: 'r' });
    const input = { account: 'kestrel:1', processes: ['warrant'], assets: [eth], reason: 'r' };
    const proposal = await up.agreed('seizeAccount', { ...input, amounts: [{ asset: eth, amount: '250' }] });
    expect((await measures('kestrel:1')).get(proposal.measureId)).toMatchObject({
      amounts: [{ asset: { id: eth }, held: '750', seized: '250' }],
    });
  });

  it('shows its reason to those who check and audit and to who made it, whatever it rests on', async () => {
    const reasonOf = async (id: string, caller = ann) =>
      ((await measures('kestrel:1', caller)).get(id) as { reason: string } | undefined)?.reason;
    for (const id of ['of-usdc', 'sealed-freeze']) {
      for (const caller of [ben, lea, person('auditor', 'aud'), person('analyst', 'ada')])
        expect(await reasonOf(id, caller)).toBe(id === 'of-usdc' ? 'the warrant' : 'sealed');
      for (const caller of [ann, partner, person('partner', 'ada', 'kestrel')])
        expect(await reasonOf(id, caller)).toBeNull();
    }
    expect((await measures('meridian:1')).get('marked')).toMatchObject({ reason: 'look' });
  });

  it('shows a partner that may know of a process its own accounts in the scope only', async () => {
    expect((await measures('kestrel:1', partner)).get('sealed-freeze')).toMatchObject({
      bases: [{ id: 'sealed', scope: ['kestrel:1', 'kestrel:2'], assets: null, mayNotify: false }],
    });
    expect((await measures('kestrel:1')).get('sealed-freeze')).toMatchObject({ bases: [] });
  });
});
