import { TaintMethod } from '../../../../../subgraphs/attribution/tracing/engine/taint/taintMethod';
import { askExposure, graphOf } from '../../../../support/exposureAsked';
import { oracleExposure, type OracleQuestion } from '../../../../support/exposureOracle';
import { randomGraph, seeded, someAsset } from '../../../../support/randomHappenings';
import type { Happening, NamedWallet } from '../../../../support/taintOracle';

const methods = Object.values(TaintMethod);
const always = (owner: string): NamedWallet[] => [
  { owner, categories: [], from: -Infinity, until: Infinity },
];

const moved = (
  seq: number,
  at: number,
  [from, to, amount]: readonly [string, string, bigint],
): Happening => ({
  seq,
  at,
  asset: someAsset,
  isUtxo: false,
  inputs: [{ wallet: from, amount }],
  outputs: [{ wallet: to, amount }],
});

describe('exposure over 1,000 random graphs', () => {
  const graphs = Array.from({ length: 1_000 }, (_, at) => {
    const random = randomGraph(at + 1);
    return { ...random, seed: at + 1, graph: graphOf(random.happenings, random.hubs) };
  });
  const met = new Set<string>();

  it.each(methods)('agrees with the oracle to the last unit, and loses none, by %s', (method) => {
    for (const { seed, graph, happenings, wallets, claims, hubs } of graphs) {
      const any = seeded(seed + 7_000_000);
      for (const direction of ['IN', 'OUT'] as const) {
        const question: OracleQuestion = {
          subject: wallets[any(wallets.length)]!,
          direction,
          method,
          maxHops: 1 + any(5),
          until: any(3) === 0 ? 1000 + any(12) : Infinity,
          claims,
          hubs,
        };
        const expected = oracleExposure(happenings, question);
        const [asset] = askExposure(graph, question).assets;
        const found = {
          seed,
          total: asset?.total ?? 0n,
          attributed: asset?.attributed ?? 0n,
          byOwner: asset?.byOwner ?? [],
          byCategory: asset?.byCategory ?? [],
          rest: Object.fromEntries((asset?.rest ?? []).map(({ cause, amount }) => [cause, amount])),
        };
        expect(found).toEqual({ seed, ...expected });
        for (const { indirect, contested } of found.byOwner) {
          met.add(indirect > 0n ? 'INDIRECT' : 'DIRECT');
          if (contested > 0n) met.add('CONTESTED');
        }
        for (const cause of Object.keys(found.rest)) met.add(cause);
        if (method === 'POISON') continue;
        const rest = (asset?.rest ?? []).reduce((sum, { amount }) => sum + amount, 0n);
        expect({ seed, sum: found.attributed + rest }).toEqual({ seed, sum: found.total });
      }
    }
  });

  it('met everything that there is to tell apart', () => {
    const causes = 'OWN ISSUED HUB HOPS UNSEEN UNTAINTED RETURNED FEE NOBODY HELD'.split(' ');
    expect([...met].sort()).toEqual([...causes, 'DIRECT', 'INDIRECT', 'CONTESTED'].sort());
  });
});

describe('exposure', () => {
  const chain = [
    moved(1, 1, ['thief', 'a', 10n]),
    moved(2, 2, ['a', 'b', 10n]),
    moved(3, 3, ['b', 'subject', 10n]),
  ];
  const asked = {
    subject: 'subject',
    direction: 'IN',
    method: 'HAIRCUT',
    maxHops: 5,
    until: Infinity,
    claims: new Map([['thief', always('thief')]]),
  } as const;

  it('says at which wallet the budget ended the search, and counts what is behind it', () => {
    const graph = graphOf(chain);
    const { assets, cut } = askExposure(graph, asked, 3);
    expect(cut).toEqual([{ asset: someAsset, wallet: graph.wallets.numberOf('a'), cause: 'BUDGET' }]);
    expect(assets).toMatchObject([{ total: 10n, attributed: 0n, rest: [{ cause: 'BUDGET', amount: 10n }] }]);
    expect(askExposure(graph, asked, 4)).toMatchObject({ cut: [], assets: [{ attributed: 10n }] });
  });

  it('says at which hub the search stopped; a named hub is no cut', () => {
    const graph = graphOf(chain, new Set(['b', 'thief']));
    expect(askExposure(graph, asked)).toMatchObject({
      cut: [{ wallet: graph.wallets.numberOf('b'), cause: 'HUB' }],
      assets: [{ attributed: 0n, rest: [{ cause: 'HUB', amount: 10n }] }],
    });
    expect(askExposure(graphOf(chain, new Set(['thief'])), asked)).toMatchObject({
      cut: [],
      assets: [{ byOwner: [{ name: 'thief', amount: 10n, direct: 0n, indirect: 10n }] }],
    });
  });

  it.each(methods)(
    'follows funds through wallets within one instant, however they were recorded, by %s',
    (method) => {
      const backwards = chain.map((one, i) => ({ ...one, at: 5, seq: 3 - i }));
      const { assets } = askExposure(graphOf(backwards), { ...asked, method });
      expect(assets).toMatchObject([{ attributed: 10n, byOwner: [{ name: 'thief', amount: 10n }] }]);
    },
  );

  it('keeps assets apart', () => {
    const other = 'bip122:12a765e31ffd4059bada1e25190f6e98/slip44:2';
    const graph = graphOf([...chain.slice(0, 2), { ...chain[2]!, asset: other }]);
    expect(askExposure(graph, asked).assets).toMatchObject([
      { asset: other, total: 10n, attributed: 0n, rest: [{ cause: 'UNSEEN', amount: 10n }] },
    ]);
  });
});
