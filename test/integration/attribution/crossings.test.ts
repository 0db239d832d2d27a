import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCrossings } from '../../../subgraphs/attribution/import/importCrossings';
import { readTraceId, traceIdOf } from '../../../subgraphs/attribution/tracing/traceId';
import { address, makeCase, says, walletId } from '../../support/attributionCase';
import { ask, openLoaded, type Opened, reachOf } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const actor = { id: 'ofac:1', linkedActorIds: ['ofac:1'] };
const polygon = 'eip155:137';
const usdc = 'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const header = 'kind,inChain,inTx,inIndex,outChain,outTx,outIndex,source';
const tx = (n: number) => `0x${n.toString(16).padStart(64, '0')}`;
const row = (kind: string, into: number, out: number, over: { inChain?: string; outChain?: string } = {}) =>
  [
    kind,
    over.inChain ?? 'eip155:1',
    tx(into),
    0,
    over.outChain ?? 'eip155:1',
    tx(out),
    0,
    'https://example.org/report',
  ].join();

/** By their places: 1 swaps ether for USDC at a pool (30), and a bridge (31 to 32) takes some to Polygon. */
const transfers = [
  { from: 1, to: 30, minute: 1, amount: '90' },
  { from: 30, to: 1, minute: 2, amount: '800', asset: usdc },
  { from: 1, to: 2, minute: 3, amount: '500', asset: usdc },
  { from: 2, to: 31, minute: 4, amount: '400', asset: usdc },
  { from: 32, to: 90, minute: 5, amount: '399', chain: polygon, asset: 'POL' },
  { from: 31, to: 5, minute: 6, amount: '1', asset: usdc },
  { from: 8, to: 8, minute: 7 },
  { from: 1, to: 91, minute: 8, amount: '10' },
  { from: 9, to: 91, minute: 7, amount: '30' },
];

describe('recorded swaps and bridges', () => {
  let store: TestStore;
  let opened: Opened;
  let folder: string;
  const importRows = (...rows: readonly string[]) => {
    writeFileSync(join(folder, 'crossings.csv'), `${[header, ...rows].join('\n')}\n`);
    return importCrossings(opened.records, join(folder, 'crossings.csv'));
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cordon-crossings-'));
    store = await openTestStore();
    const trial = makeCase();
    trial.write({
      attributions:
        says(1, 'ofac:1') + ['30', '31', '32'].map((n) => says(Number(n), `graphsense:s${n}`)).join(''),
      transfers,
      deposits: [`north,a,${polygon}:${address(90)}`, `north,b,${address(91)}`],
    });
    opened = await openLoaded(store, trial.folder);
    trial.remove();
    await opened.records.attributions.updateMany(
      { actorId: { $in: ['graphsense:s30', 'graphsense:s31', 'graphsense:s32'] } },
      { $set: { concepts: ['defi_bridge'] } },
    );
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = async (query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await ask(opened.subgraph, query, variables, analyst);
    expect(errors).toBeUndefined();
    return data;
  };
  const fields = `from { id } amount asset { id } illustrative
    hops { from { id } to { id } amount crossing { kind illustrative source { url } } }`;
  const traceOf = async (id: string) => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace { share ${fields} } } }`;
    return (await asked(query, { r: [{ __typename: 'Trace', id }] }))?.['_entities'] as object[];
  };

  it('are quarantined by their line where their movements are missing, or cannot follow each other', async () => {
    const bad: [line: string, reason: RegExp][] = [
      [row('TELEPORT', 1, 2), /kind: it is SWAP or BRIDGE/],
      [row('SWAP', 1, 200), /out: eip155:1:0x0*c8:0 is no transfer.*import its transfers first/],
      [row('SWAP', 200, 2), /in: .* import its transfers first/],
      [row('SWAP', 1, 1), /one movement/],
      [row('SWAP', 1, 0), /out .* is earlier than in/],
      [row('SWAP', 0, 7), /one asset/],
      [row('SWAP', 3, 4, { outChain: polygon }), /what leads to another chain is a BRIDGE/],
      [row('BRIDGE', 0, 1), /another asset of the same chain is a SWAP/],
      [row('SWAP', 5, 6), /out: it moves nothing/],
      [row('SWAP', 0, 1).replace('https://example.org/report', ''), /source: it is missing/],
      [row('SWAP', 0, 1).replace(tx(0), '0x12'), /inTx: it is not a transaction of eip155:1/],
      [row('SWAP', 0, 1).replace('eip155:1', 'eip155:x'), /inChain: .*not a chain/],
    ];
    const report = await importRows(...bad.map(([line]) => line));
    expect(report).toMatchObject({ read: bad.length, stored: 0, duplicates: 0, quarantined: bad.length });
    const said = new Map(report.problems.map(({ line, problem }) => [line, problem]));
    bad.forEach(([, reason], i) => expect(said.get(i + 2)).toMatch(reason));
  });

  it('are needed for a way to cross, count from the moment of their import, and once', async () => {
    const before = await reachOf(opened.subgraph, actor, analyst);
    expect(before.traces.map(({ accountId }) => accountId)).toEqual(['north:b']);

    const rows = [row('SWAP', 0, 1), row('BRIDGE', 3, 4, { outChain: polygon })] as const;
    expect(await importRows(...rows, rows[0])).toMatchObject({ read: 3, stored: 2, duplicates: 1 });
    expect(await importRows(...rows)).toMatchObject({ stored: 0, duplicates: 2, quarantined: 0 });
    const other = await importRows(rows[0].replace('SWAP', 'BRIDGE'));
    expect(other.problems[0]?.problem).toMatch(/stored already as a SWAP/);

    const after = await reachOf(opened.subgraph, actor, analyst);
    expect(after.traces.map(({ accountId }) => accountId)).toEqual(['north:a', 'north:b']);
    expect(after.snapshot).not.toBe(before.snapshot);
    // The bridge's other ways were not followed.
    expect(after.completeness).toBe('HUB_CUT');
  });

  it('are on the trace that they lead to, which can be computed again; its amount is that of the last asset', async () => {
    const [found] = (await reachOf(opened.subgraph, actor, analyst)).traces;
    const id = found?.traceId ?? '';
    const bridge = { kind: 'BRIDGE', illustrative: false, source: { url: 'https://example.org/report' } };
    expect(await traceOf(id)).toEqual([
      {
        share: null,
        from: { id: walletId(1) },
        amount: '399',
        asset: { id: `${polygon}/slip44:966` },
        illustrative: false,
        hops: [
          { from: { id: walletId(1) }, to: { id: walletId(2) }, amount: '500', crossing: null },
          { from: { id: walletId(2) }, to: { id: walletId(31) }, amount: '400', crossing: null },
          {
            from: { id: `${polygon}:${address(32)}` },
            to: { id: `${polygon}:${address(90)}` },
            amount: '399',
            crossing: bridge,
          },
        ],
      },
    ]);
    const facts = readTraceId(id);
    if (!facts) throw new Error('no trace');
    // Without a crossing that was recorded at that state, movements of two assets are no path.
    const seqs = (...places: number[]) => places.map((place) => place + 1);
    for (const changed of [{ seqs: seqs(5, 4) }, { snapshot: transfers.length }]) {
      const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace { amount } } }`;
      const representations = [{ __typename: 'Trace', id: traceIdOf({ ...facts, ...changed }) }];
      const { errors } = await ask(opened.subgraph, query, { r: representations }, analyst);
      expect(errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_ENTITY' });
    }
  });

  it('are on paths between two wallets, through services, and back to a wallet in another asset', async () => {
    const query = `query($a: String!, $b: ID!) { wallet(address: $a) { pathsTo(wallet: $b) {
      completeness paths { amount illustrative hops { to { id } crossing { kind } } } } } }`;
    const pathsTo = async (to: string) =>
      ((await asked(query, { a: address(1), b: to }))?.['wallet'] as { pathsTo: unknown }).pathsTo;
    const swapped = [
      { to: { id: walletId(30) }, crossing: null },
      { to: { id: walletId(1) }, crossing: { kind: 'SWAP' } },
      { to: { id: walletId(2) }, crossing: null },
    ];
    expect(await pathsTo(address(2))).toMatchObject({
      paths: [
        { amount: '500', hops: [{ to: { id: walletId(2) } }] },
        { amount: '500', hops: swapped },
      ],
    });
    expect(await pathsTo(`${polygon}:${address(90)}`)).toMatchObject({
      paths: [{ amount: '399', hops: [{}, {}, { crossing: { kind: 'BRIDGE' } }] }, { hops: { length: 5 } }],
    });
  });

  it('gives the haircut share of the actor in what arrived by then, of a trace within one asset', async () => {
    const [, found] = (await reachOf(opened.subgraph, actor, analyst)).traces;
    // 10 of the 40 that 91 received by the time of the last hop.
    expect(await traceOf(found?.traceId ?? '')).toMatchObject([{ share: 0.25, amount: '10' }]);
  });
});
