import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bitcoin } from '../../../shared/caip/chains';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { type CaseOnDisk, makeCase } from '../../support/attributionCase';
import { ask, type Opened, openLoaded } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const [a, b, c] = [
  '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ',
  '1FCNgfZWpYMeYhy9t18AAkTBu8AsdoAc1Z',
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
];
const hash = (n: number) => n.toString(16).padStart(64, '0');
const id = (address: string | undefined) => ({ id: `${bitcoin}:${address}` });
const end = (address: string | undefined, amount: number) => ({ address, amount });
const transaction = (n: number, inputs: readonly object[], outputs: readonly object[]) =>
  JSON.stringify({
    chain: bitcoin,
    tx: hash(n),
    time: `2022-04-01T00:0${n}:00Z`,
    asset: 'BTC',
    inputs,
    outputs,
  });

const fields = `nodes { id index amount from { id } to { id }
  inputs { index amount wallet { id } } outputs { index amount wallet { id } } } pageInfo { hasNextPage endCursor }`;

interface Node {
  readonly id: string;
  readonly amount: string;
  readonly from: { readonly id: string } | null;
  readonly to: { readonly id: string } | null;
  readonly inputs: readonly unknown[] | null;
  readonly outputs: readonly unknown[] | null;
}

describe('the transfers of a wallet in transactions with inputs and outputs', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  let folder: string;
  const page = async (
    address: string | undefined,
    direction: string,
    first = 50,
    after: string | null = null,
  ) => {
    const query = `query($a: String!, $d: Direction!, $n: Int!, $after: String) {
      wallet(address: $a) { transfers(direction: $d, first: $n, after: $after) { ${fields} } } }`;
    const variables = { a: address, d: direction, n: first, after };
    const { data, errors } = await ask(opened.subgraph, query, variables, callerOf('analyst'));
    expect(errors).toBeUndefined();
    return (
      data?.['wallet'] as {
        transfers: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }
    ).transfers;
  };
  beforeAll(async () => {
    store = await openTestStore();
    trial = makeCase();
    trial.write({});
    opened = await openLoaded(store, trial.folder);
    folder = mkdtempSync(join(tmpdir(), 'cordon-utxo-'));
    const lines = [
      transaction(1, [], [end(a, 100)]),
      // Two who spend together, with change to one of them and a fee of 5.
      transaction(2, [end(a, 60), end(b, 40), end(a, 10)], [end(c, 80), end(a, 25)]),
      transaction(3, [end(c, 80)], [end(b, 50), end(b, 29)]),
    ];
    const file = join(folder, 'transactions.jsonl');
    writeFileSync(file, lines.join('\n'));
    expect(await importTransfers(opened.records, file)).toMatchObject({ stored: 3, quarantined: 0 });
    const pairs = join(folder, 'pairs.csv');
    writeFileSync(
      pairs,
      `chain,tx,index,time,from,to,asset,amount\n${bitcoin},${hash(9)},0,2022-04-01T00:02:30Z,${a},${c},BTC,7\n`,
    );
    await importTransfers(opened.records, pairs);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('show what it put in, and invent nobody whom it paid', async () => {
    const { nodes } = await page(a, 'OUT');
    expect(nodes.map((node) => [node.amount, node.from, node.to])).toEqual([
      ['7', id(a), id(c)],
      ['70', id(a), null],
    ]);
    expect(nodes[0]).toMatchObject({ inputs: null, outputs: null });
    expect(nodes[1]).toMatchObject({
      id: `${bitcoin}:${hash(2)}`,
      inputs: [
        { index: 0, amount: '60', wallet: id(a) },
        { index: 1, amount: '40', wallet: id(b) },
        { index: 2, amount: '10', wallet: id(a) },
      ],
      outputs: [
        { index: 0, amount: '80', wallet: id(c) },
        { index: 1, amount: '25', wallet: id(a) },
      ],
    });
  });

  it('show what it received, and from whom only where that is one', async () => {
    expect((await page(b, 'IN')).nodes).toMatchObject([{ amount: '79', from: id(c), to: id(b) }]);
    const [change, coins] = (await page(a, 'IN')).nodes;
    expect(change).toMatchObject({ amount: '25', from: null, to: id(a) });
    expect(coins).toMatchObject({ amount: '100', from: null, to: id(a), inputs: [] });
  });

  it('come once where it is on both sides, and page by page in one order with its other transfers', async () => {
    const all = (await page(a, 'ANY')).nodes;
    expect(all.map(({ amount }) => amount)).toEqual(['7', '70', '100']);
    const seen: Node[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await page(a, 'ANY', 1, after);
      seen.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(all);
  });
});
