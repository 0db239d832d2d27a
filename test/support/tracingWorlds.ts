import fc from 'fast-check';
import { buildGraph } from '../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import type {
  TransferFacts,
  UtxoFacts,
} from '../../subgraphs/attribution/tracing/engine/graph/transferFacts';
import type { TransferGraph } from '../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { marksOf } from '../../subgraphs/attribution/tracing/engine/search/marks';
import type { CrossingFacts } from '../../subgraphs/attribution/tracing/engine/graph/crossingTable';
import type { Movement } from './tracingOracle';

export const someWallets = ['a', 'b', 'c', 'd', 'e', 'f'];

const wallet = fc.constantFrom(...someWallets);
const asset = fc.constantFrom('eth', 'eth', 'usdc');
const at = fc.integer({ min: 0, max: 5 });
const amount = fc.constantFrom('5', '5', '5', '0');

type Draft = Omit<TransferFacts, 'seq'> | Omit<UtxoFacts, 'seq'>;

const transfer: fc.Arbitrary<Draft> = fc.record({ fromId: wallet, toId: wallet, at, asset, amount });
const end = fc.record({ walletId: fc.option(wallet, { nil: null, freq: 6 }), amount });
const utxo: fc.Arbitrary<Draft> = fc.record({
  at,
  asset,
  inputs: fc.array(end, { maxLength: 3 }),
  outputs: fc.array(end, { minLength: 1, maxLength: 2 }),
});

/** Facts with seqs: those of a UTXO transaction are as many as its outputs. */
export const withSeqs = (drafts: readonly Draft[]): (TransferFacts | UtxoFacts)[] => {
  let next = 1;
  return drafts.map((draft) => {
    const seq = next;
    next += 'outputs' in draft ? draft.outputs.length : 1;
    return { ...draft, seq };
  });
};

/** Small worlds: few wallets and few moments, so that ways cross and times are equal. */
export const someFacts = (maxLength: number, minLength = 0): fc.Arbitrary<(TransferFacts | UtxoFacts)[]> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: transfer }, { weight: 1, arbitrary: utxo }), {
      minLength,
      maxLength,
    })
    .map(withSeqs);

/** Facts, and crossings between some of their movements: most that ways can take, and some that none can. */
export const someCrossedFacts = (maxLength: number) =>
  fc
    .tuple(
      fc.oneof(someFacts(maxLength), someFacts(maxLength, maxLength - 2)),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), { maxLength: 6 }),
    )
    .map(([facts, chosen]) => {
      const movements = movementsOf(facts);
      const pairs = movements.flatMap((before) => movements.map((after) => [before, after] as const));
      const fit = pairs.filter(([before, after]) => before.asset !== after.asset && before.at <= after.at);
      const crossings = chosen.flatMap(([number, luck], i): CrossingFacts[] => {
        const from = luck > 0 ? fit : pairs;
        const pair = from[number % Math.max(1, from.length)];
        return pair ? [{ seq: 1_000 + i, inSeq: pair[0].seq, outSeq: pair[1].seq }] : [];
      });
      return { facts, crossings };
    });

/** The facts as the oracle takes them: of a UTXO transaction each input with each output. */
export function movementsOf(facts: readonly (TransferFacts | UtxoFacts)[]): Movement[] {
  return facts.flatMap((fact): Movement[] => {
    if (!('inputs' in fact)) return [{ ...fact, amount: String(fact.amount) }];
    const { seq, inputs, outputs, ...shared } = fact;
    const pays = (walletId: string | null, units: bigint | string) =>
      walletId !== null && String(units) !== '0';
    const payers = inputs.filter((input) => pays(input.walletId, input.amount));
    return [...new Set(payers.map(({ walletId }) => walletId!))].flatMap((fromId) =>
      outputs.flatMap(({ walletId, amount: units }, i) =>
        pays(walletId, units)
          ? [{ ...shared, fromId, toId: walletId!, seq: seq + i, amount: String(units) }]
          : [],
      ),
    );
  });
}

/** A graph of the facts, and what is marked in it. */
export function marked(
  facts: readonly (TransferFacts | UtxoFacts)[],
  {
    custodial = new Set<string>(),
    claimed = new Set<string>(),
    hubs = new Set<string>(),
    crossings = [],
  }: {
    custodial?: ReadonlySet<string>;
    claimed?: ReadonlySet<string>;
    hubs?: ReadonlySet<string>;
    crossings?: readonly CrossingFacts[];
  },
): { graph: TransferGraph; marks: Uint8Array } {
  const graph = buildGraph([...facts, ...crossings]);
  const numbers = (ids: ReadonlySet<string>) =>
    [...ids].map((id) => graph.wallets.numberOf(id)).filter((wallet) => wallet !== undefined);
  const busy = new Uint8Array(graph.wallets.count);
  for (const wallet of numbers(hubs)) busy[wallet] = 1;
  return {
    graph,
    marks: marksOf(graph, { custodial: numbers(custodial), claimed: numbers(claimed), services: [], busy }),
  };
}
