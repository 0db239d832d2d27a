import type { Identity } from '../../../shared/identity/identity';
import { storeTransfers } from '../../../subgraphs/attribution/transfer/storeTransfers.store';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { callerOf } from '../../support/identities';
import { makeCase, type CaseOnDisk, says } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst: Identity = callerOf('analyst');
const tron = 'tron:0x2b6653dc';
const [first, second, third] = [
  'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
  'TKzxdSv2FZKQrEqkKVgp5DcwEXBEKMg2Ax',
  'TXFBqBbqJommqZf7BV8NNYzePh97UmJodJ',
];
const base58 = `${tron}/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t`;
const hex = `${tron}/trc20:41a614f803b6fd780986a42c78ec9c7f77e6ded13c`;
const mnemonic = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const wif = '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ';

describe('input is canonical, or rejected', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  const answer = (query: string, variables: Record<string, unknown> = {}) =>
    ask(opened.subgraph, query, variables, analyst);
  beforeAll(async () => {
    store = await openTestStore();
    trial = makeCase();
    trial.write({ attributions: says(1, 'ofac:1') });
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('follows one token that was stored under two ids, and shows it under one', async () => {
    const stored = (n: number, from: string, to: string, asset: string) => ({
      _id: `${tron}:${String(n).repeat(64)}:0`,
      chain: tron,
      tx: String(n).repeat(64),
      index: 0,
      at: new Date(Date.UTC(2024, 0, n)),
      fromId: `${tron}:${from}`,
      toId: `${tron}:${to}`,
      asset,
      amount: '7',
      illustrative: true,
      source: { id: 's', title: 'S' },
    });
    // As versions before stored them: `storeTransfers` takes what the readers of files let in.
    await storeTransfers(opened.records, [stored(1, first, second, base58), stored(2, second, third, hex)]);
    const { data, errors } = await answer(
      `query($f: String!, $t: ID!) { wallet(address: $f) { pathsTo(wallet: $t) { completeness paths { hops { asset { id symbol } } } } } }`,
      { f: first, t: third },
    );
    expect(errors).toBeUndefined();
    const usdt = { asset: { id: base58, symbol: 'USDT' } };
    expect(data?.['wallet']).toMatchObject({
      pathsTo: { completeness: 'COMPLETE', paths: [{ hops: [usdt, usdt] }] },
    });
  });

  it('stores an imported transfer under the one id, and quarantines what has none', async () => {
    const row = (n: number, asset: string, from = first) =>
      `${tron},${String(n).repeat(64)},0,2024-02-0${n}T00:00:00Z,${from},${second},${asset},1`;
    trial.writeFile(
      'more.csv',
      [
        'chain,tx,index,time,from,to,asset,amount',
        row(3, hex),
        row(4, base58.toLowerCase()),
        row(5, `${tron}/foo:bar`),
        row(6, `${tron}/slip44:60`),
        row(7, 'TRX', wif),
      ].join('\n'),
    );
    const report = await importTransfers(opened.records, `${trial.folder}/more.csv`);
    expect(report).toMatchObject({ stored: 1, quarantined: 4 });
    expect(await opened.records.transfers.findById(`${tron}:${'3'.repeat(64)}:0`).lean()).toMatchObject({
      asset: base58,
    });
    const problems = (await opened.records.quarantinedRows.find().lean()).map(({ problem }) => problem);
    expect(problems.join()).toMatch(/namespace foo/);
    expect(problems.join()).not.toContain(wif.slice(0, 8));
  });

  it('repeats no byte of a private key, wherever it is given for something else', async () => {
    const asked = [
      'query($x: String!) { wallet(address: $x) { id } }',
      `query($x: ID!) { wallet(address: "${first}") { pathsTo(wallet: $x) { completeness } } }`,
      'query($x: DateTime!) { wallet(address: "0x0000000000000000000000000000000000000001") { exposure(direction: IN, asOf: $x) { completeness } } }',
      `mutation($x: String!) { registerDepositWallets(wallets: [{ account: "v:1", address: $x }]) { problem } }`,
    ];
    for (const query of asked) {
      for (const [secret, written] of [
        [wif, wif],
        [wif, `bitcoin:${wif}`],
        [mnemonic, mnemonic],
      ] as const) {
        const text = JSON.stringify(await answer(query, { x: written }));
        for (let at = 0; at + 8 <= secret.length; at += 4)
          expect(text).not.toContain(secret.slice(at, at + 8));
      }
    }
  });

  it('says which chains write addresses in the same form', async () => {
    const { data } = await answer(
      '{ wallet(address: "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L") { chain sharedForm } }',
    );
    expect(data?.['wallet']).toMatchObject({
      chain: 'bip122:1a91e3dace36e2be3bf030a65679fe82',
      sharedForm: expect.arrayContaining(['DigiByte']) as string[],
    });
  });
});
