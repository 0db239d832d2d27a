import fc from 'fast-check';
import { amountOf } from '../../../../../subgraphs/attribution/tracing/engine/graph/amounts';
import {
  bufferAfter,
  buildGraph,
  mergeGraph,
} from '../../../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import { RowBuffer } from '../../../../../subgraphs/attribution/tracing/engine/graph/rowBuffer';
import type {
  TransferFacts,
  UtxoFacts,
} from '../../../../../subgraphs/attribution/tracing/engine/graph/transferFacts';
import type { TransferGraph } from '../../../../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import {
  firstOfInstant,
  lastOfInstant,
} from '../../../../../subgraphs/attribution/tracing/engine/search/moments';
import { withSeqs } from '../../../../support/tracingWorlds';

/** Returns the content of a graph, in words that do not depend on its numbers. */
function said(graph: TransferGraph) {
  const { columns, wallets, assets } = graph;
  const id = (wallet: number) => (wallet < 0 ? null : wallets.idOf(wallet));
  const rows = Array.from({ length: columns.count }, (_, row) => ({
    seq: columns.seq[row],
    at: columns.at[row],
    from: id(columns.from[row]!),
    to: id(columns.to[row]!),
    asset: assets[columns.asset[row]!],
    amount: amountOf(columns.amounts, row),
    transaction: columns.transaction[row],
  }));
  const side = ({ starts, rows: of }: TransferGraph['out']) =>
    Object.fromEntries(
      Array.from({ length: wallets.count }, (_, n) => [
        wallets.idOf(n),
        [...of.subarray(starts[n], starts[n + 1])],
      ]),
    );
  return { seq: graph.seq, rows, out: side(graph.out), in: side(graph.in) };
}

const wallet = fc.constantFrom('a', 'b', 'c', 'eip155:1:0x00', 'literal:list:ünïcode');
const amount = fc.oneof(fc.bigInt({ min: 0n, max: 10n }), fc.bigInt({ min: 0n, max: 2n ** 140n }));
const shared = { at: fc.integer({ min: -5, max: 5 }), asset: fc.constantFrom('x', 'y') };
const end = fc.record({ walletId: fc.option(wallet, { freq: 6 }), amount });
const draft = fc.oneof(
  fc.record({ ...shared, fromId: wallet, toId: wallet, amount }),
  fc.record({
    ...shared,
    inputs: fc.array(end, { maxLength: 3 }),
    outputs: fc.array(end, { minLength: 1, maxLength: 3 }),
  }),
);
const facts = fc.array(draft, { maxLength: 20 }).map(withSeqs);

/** Returns the rows as the columns must have them, only from the facts. */
function expectedRows(given: readonly (TransferFacts | UtxoFacts)[]) {
  return given
    .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
    .flatMap((fact): object[] => {
      const { at, asset, seq } = fact;
      if (!('inputs' in fact))
        return [{ seq, at, asset, from: fact.fromId, to: fact.toId, amount: BigInt(fact.amount) }];
      return [
        ...fact.inputs.map((i) => ({ seq, at, asset, from: i.walletId, to: null, amount: BigInt(i.amount) })),
        ...fact.outputs.map((o, i) => ({
          seq: seq + i,
          at,
          asset,
          from: null,
          to: o.walletId,
          amount: BigInt(o.amount),
        })),
      ];
    });
}

describe('the graph of transfers', () => {
  it('has every fact as it was given, exactly, in the order of time', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const rows = said(buildGraph(given)).rows.map(({ transaction: _transaction, ...row }) => row);
        expect(rows).toEqual(expectedRows(given));
      }),
    );
  });

  it('is the same whether it was built at once or in parts', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.nat(20), { maxLength: 3 }), (given, cuts) => {
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, given.length)).sort((a, b) => a - b),
          given.length,
        ];
        let graph: TransferGraph = mergeGraph(null, new RowBuffer(null, 0).batch());
        for (let i = 1; i < places.length; i++) {
          const buffer = bufferAfter(graph);
          for (const fact of given.slice(places[i - 1], places[i])) {
            if ('inputs' in fact) buffer.addUtxo(fact);
            else buffer.addTransfer(fact);
          }
          graph = mergeGraph(graph, buffer.batch());
        }
        expect(said(graph)).toEqual(said(buildGraph(given)));
      }),
    );
  });

  it('leaves a state as it was when a later one is made of it, or begun and given up', () => {
    const before = buildGraph([{ seq: 1, at: 1, fromId: 'a', toId: 'b', asset: 'x', amount: 1n }]);
    const then = said(before);
    const givenUp = bufferAfter(before);
    givenUp.addTransfer({ seq: 2, at: 0, fromId: 'lost', toId: 'a', asset: 'z', amount: 1n });
    const kept = bufferAfter(before);
    kept.addTransfer({ seq: 2, at: 0, fromId: 'other', toId: 'lost', asset: 'y', amount: 1n });
    const after = mergeGraph(before, kept.batch());
    expect(said(before)).toEqual(then);
    expect(before.wallets.numberOf('other')).toBeUndefined();
    expect(['other', 'lost', 'a', 'nobody'].map((id) => after.wallets.numberOf(id))).toEqual([
      2,
      3,
      0,
      undefined,
    ]);
    expect(() => after.wallets.idOf(4)).toThrow('there is no wallet 4');
  });

  it('finds thousands of wallets again by their ids', () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => `eip155:1:0x${i.toString(16).padStart(40, '0')}`);
    const { wallets } = buildGraph(
      ids.slice(1).map((toId, i) => ({ seq: i + 1, at: i, fromId: ids[i]!, toId, asset: 'x', amount: 1n })),
    );
    expect(wallets.count).toBe(5_000);
    for (const id of ids) expect(wallets.idOf(wallets.numberOf(id)!)).toBe(id);
  });

  it('knows the first and the last row of each instant', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }), (times) => {
        const graph = buildGraph(
          times.map((at, i) => ({ seq: i + 1, at, fromId: 'a', toId: 'b', asset: 'x', amount: 1n })),
        );
        const at = [...graph.columns.at];
        at.forEach((time, row) => {
          expect([firstOfInstant(graph, row), lastOfInstant(graph, row)]).toEqual([
            at.indexOf(time),
            at.lastIndexOf(time),
          ]);
        });
      }),
    );
  });

  it('calls a wallet busy from 1,000 counterparties on, those of a UTXO transaction too', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ walletId: `w${i}`, amount: 1n }));
    const utxo = (seq: number, count: number) => ({
      seq,
      at: 1,
      asset: 'x',
      inputs: [{ walletId: 'a', amount: 9n }],
      outputs: others(count),
    });
    const again = { seq: 5_000, at: 2, fromId: 'w0', toId: 'a', asset: 'x', amount: 1n };
    const nothing = { seq: 5_001, at: 2, fromId: 'z', toId: 'a', asset: 'x', amount: 0n };
    const isBusy = (graph: TransferGraph) => graph.busy[graph.wallets.numberOf('a')!];
    expect(isBusy(buildGraph([utxo(1, 999), again, nothing]))).toBe(0);
    expect(isBusy(buildGraph([utxo(1, 1_000), again, nothing]))).toBe(1);
  });
});
