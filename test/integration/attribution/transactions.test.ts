import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bitcoin } from '../../../shared/caip/chains';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { address, type CaseOnDisk, makeCase, walletId } from '../../support/attributionCase';
import { ask, type Opened, openLoaded } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const hash = 'ab'.repeat(32);
const fields = `id chain txHash at illustrative asset { symbol } sources { title }
  inputs { amount wallet { id } } outputs { amount wallet { id } }
  transfers { nodes { index amount from { id } to { id } } }`;

describe('a transaction by its hash', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  const answer = (query: string, variables: Record<string, unknown>) =>
    ask(opened.subgraph, query, variables, analyst);
  const transaction = (chain: string, written: string) =>
    answer(`query($c: String!, $h: String!) { transaction(chain: $c, hash: $h) { ${fields} } }`, {
      c: chain,
      h: written,
    });
  beforeAll(async () => {
    store = await openTestStore();
    trial = makeCase();
    trial.write({});
    opened = await openLoaded(store, trial.folder);
    const csv = join(trial.folder, 'some.csv');
    const row = (chain: string, index: number, from: number, to: number) =>
      [chain, `0x${hash}`, index, '2022-01-01T00:00:00Z', address(from), address(to), 'ETH', 5].join();
    const other = [
      `eip155:1,0x${'ab'.repeat(31)}ac`,
      0,
      '2022-01-01T00:00:00Z',
      address(7),
      address(8),
      'ETH',
      1,
    ].join();
    writeFileSync(
      csv,
      [
        'chain,tx,index,time,from,to,asset,amount',
        row('eip155:1', 10, 3, 4),
        row('eip155:1', 2, 1, 2),
        row('eip155:10', 0, 5, 6),
        other,
      ].join('\n'),
    );
    await importTransfers(opened.records, csv);
    const utxo = join(trial.folder, 'some.jsonl');
    const [payer, payee] = ['1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ', '1FCNgfZWpYMeYhy9t18AAkTBu8AsdoAc1Z'];
    writeFileSync(
      utxo,
      JSON.stringify({
        chain: bitcoin,
        tx: hash,
        time: '2022-01-01T00:00:00Z',
        asset: 'BTC',
        inputs: [{ address: payer, amount: 10 }],
        outputs: [{ address: payee, amount: 9 }],
      }),
    );
    await importTransfers(opened.records, utxo);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('has its transfers by their place, and nothing of another', async () => {
    const { data, errors } = await transaction('eip155:1', `0x${hash.toUpperCase()}`);
    expect(errors).toBeUndefined();
    expect(data?.['transaction']).toMatchObject({
      id: `eip155:1:0x${hash}`,
      inputs: null,
      transfers: {
        nodes: [
          { index: 2, from: { id: walletId(1) }, to: { id: walletId(2) } },
          { index: 10, from: { id: walletId(3) }, to: { id: walletId(4) } },
        ],
      },
    });
  });

  it('has its inputs and outputs, where its chain has those', async () => {
    const { data, errors } = await transaction(bitcoin, hash);
    expect(errors).toBeUndefined();
    expect(data?.['transaction']).toMatchObject({
      asset: { symbol: 'BTC' },
      inputs: [{ amount: '10' }],
      outputs: [{ amount: '9' }],
      transfers: { nodes: [] },
    });
  });

  it('is looked for on every chain that is known, where its form does not say of which it is', async () => {
    const query = 'query($h: String!) { transactions(hash: $h) { id } }';
    const ids = async (written: string) => (await answer(query, { h: written })).data?.['transactions'];
    expect(await ids(`0x${hash}`)).toEqual([{ id: `eip155:1:0x${hash}` }, { id: `eip155:10:0x${hash}` }]);
    expect(await ids(hash)).toEqual([{ id: `${bitcoin}:${hash}` }]);
    expect(await ids('nothing')).toEqual([]);
  });

  it('is null where nothing of it is known, and an error where it cannot be one', async () => {
    expect(await transaction('eip155:1', `0x${'00'.repeat(32)}`)).toMatchObject({
      data: { transaction: null },
    });
    expect((await transaction('eip155:1', '0x12')).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect((await transaction('moon:1', hash)).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('does not show what an import that was cut off left behind', async () => {
    const cutOff = `0x${'cd'.repeat(32)}`;
    await opened.records.transfers.collection.insertOne({
      _id: `eip155:1:${cutOff}:0`,
      seq: 9_999,
      chain: 'eip155:1',
      tx: cutOff,
      index: 0,
      at: new Date(),
      fromId: walletId(70),
      toId: walletId(71),
      asset: 'eip155:1/slip44:60',
      amount: '1',
      illustrative: false,
      source: { id: 's', title: 's' },
    } as never);
    expect(await transaction('eip155:1', cutOff)).toMatchObject({ data: { transaction: null } });
  });

  it('a wallet has those of its transfers that a filter wants', async () => {
    const query = `query($w: String!, $asset: ID, $with: ID, $min: BigInt, $until: DateTime) { wallet(address: $w) {
      transfers(direction: ANY, asset: $asset, counterparty: $with, minAmount: $min, until: $until) { nodes { id } } } }`;
    const count = async (variables: Record<string, unknown>) => {
      const { data, errors } = await answer(query, { w: walletId(1), ...variables });
      return (
        errors?.[0]?.extensions?.['code'] ??
        (data?.['wallet'] as { transfers: { nodes: [] } }).transfers.nodes.length
      );
    };
    expect(await count({})).toBe(1);
    expect(await count({ with: address(2) })).toBe(1);
    expect(await count({ with: address(3) })).toBe(0);
    expect(await count({ asset: 'eip155:1/slip44:60', min: '5' })).toBe(1);
    expect(await count({ asset: 'eip155:1/slip44:60', min: '6' })).toBe(0);
    expect(await count({ until: '2022-01-01T00:00:00Z' })).toBe(0);
    expect(await count({ min: '6' })).toBe('BAD_USER_INPUT');
  });

  it('is found in upper or lower case, however its source spelled it', async () => {
    const spelled = 'EF'.repeat(32);
    const csv = join(trial.folder, 'xrp.csv');
    const [payer, payee] = ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', 'rrrrrrrrrrrrrrrrrrrrrhoLvTp'];
    writeFileSync(
      csv,
      `chain,tx,index,time,from,to,asset,amount\nxrpl:0,${spelled},0,2022-01-01T00:00:00Z,${payer},${payee},XRP,5\n`,
    );
    await importTransfers(opened.records, csv);
    const id = `xrpl:0:${spelled}`;
    for (const written of [spelled, spelled.toLowerCase()]) {
      expect((await transaction('xrpl:0', written)).data?.['transaction']).toMatchObject({ id });
      const query = 'query($h: String!) { transactions(hash: $h) { id } }';
      expect((await answer(query, { h: written })).data?.['transactions']).toEqual([{ id }]);
    }
  });
});
