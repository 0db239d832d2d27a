import { assertionsInForce } from '../../../subgraphs/attribution/attribution/attribution.rules';
import { CaseError } from '../../../shared/case/caseError';
import { importCase } from '../../../subgraphs/attribution/import/importCase';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { storeTransfers } from '../../../subgraphs/attribution/transfer/storeTransfers.store';
import { readTransfers } from '../../../subgraphs/attribution/transfer/transferRows';
import {
  type AttributionRecords,
  connectAttribution,
} from '../../../subgraphs/attribution/connectAttribution';
import {
  address,
  makeCase,
  says,
  transfersCsv,
  walletId,
  type CaseOnDisk,
} from '../../support/attributionCase';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const header = 'chain,tx,index,time,from,to,asset,amount';
const hash = `0x${'ab'.repeat(32)}`;
const row = (over: Readonly<Record<string, string>> = {}) =>
  Object.values({
    chain: 'eip155:1',
    tx: hash,
    index: '0',
    time: '2022-01-01T00:00:00Z',
    from: address(1),
    to: address(2),
    asset: 'ETH',
    amount: '5',
    ...over,
  }).join();

describe('importing a case', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let records: AttributionRecords;
  let close: () => Promise<void>;
  let databases = 0;
  beforeAll(async () => (store = await openTestStore()));
  afterAll(() => store.close());
  beforeEach(async () => {
    trial = makeCase();
    trial.write({});
    const databasePrefix = `${store.databasePrefix}_${++databases}`;
    const { connection, ...opened } = await connectAttribution({ mongoUrl: store.mongoUrl, databasePrefix });
    records = opened.records;
    close = () => connection.close();
  });
  afterEach(async () => {
    await close();
    trial.remove();
  });
  const seqs = async () =>
    Object.fromEntries((await records.transfers.find().lean()).map(({ toId, seq }) => [toId, seq]));

  it.each([
    [
      'transfers.csv',
      [header, row(), row({ tx: '0x12' })],
      /transfers\.csv:3: tx: "0x12" is not a transaction/,
    ],
    ['transfers.csv', [header, row({ amount: '-5' })], /:2: amount: .*base units/],
    ['transfers.csv', [header, row({ amount: '1.5' })], /:2: amount/],
    ['transfers.csv', [header, row({ amount: '9'.repeat(79) })], /:2: amount: it has at most 78 digits/],
    ['transfers.csv', [header, row({ time: 'yesterday' })], /:2: time: .*RFC 3339/],
    ['transfers.csv', [header, row({ from: '0x12' })], /:2: from: "0x12": an EVM address is/],
    ['transfers.csv', [header, row({ to: '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ' })], /:2: to: /],
    ['transfers.csv', [header, row({ chain: 'eip155:0' })], /:2: chain: it is not a chain/],
    ['transfers.csv', [header, row({ asset: 'DOGE' })], /:2: asset: "DOGE" is not an asset/],
    ['transfers.csv', [header, row({ index: '1.5' })], /:2: index/],
    ['transfers.csv', [header, 'eip155:1,0x5'], /:2: it has 2 fields, the header 8/],
    ['transfers.csv', [header, row({ amount: '' })], /:2: amount: it is missing/],
    ['transfers.csv', [header, '', row(), row({ amount: '6' })], /:4: it is the same as line 3/],
    [
      'transfers.csv',
      [`${header},source`, `${row()},nowhere`],
      /case\.yaml: a fact names the source "nowhere"/,
    ],
    ['transfers.csv', ['chain,tx'], /transfers\.csv:1: the columns are .*missing: index/],
    ['transfers.csv', [`${header},colour`], /not known, or twice: colour/],
    ['transfers.csv', [''], /transfers\.csv: it is empty/],
    ['transfers.csv', [header, '"eip155:1'], /transfers\.csv:2: it is not CSV: /],
    [
      'deposits.csv',
      ['venue,account,address', 'north,a,0x12'],
      /deposits\.csv:2: address: "0x12" is not an address/,
    ],
    ['deposits.csv', ['venue,account,address', `north,a:b,${address(1)}`], /:2: account: a pseudonym has no/],
    ['deposits.csv', ['venue,account,address', `North,a,${address(1)}`], /:2: venue/],
    [
      'attributions.yaml',
      [says(1, 'ofac:1'), says(2, 'ofac')],
      /attributions\.yaml:9: 1\.actor: an actor id is/,
    ],
    ['attributions.yaml', [says(1, 'ofac:1', 'confidence: certain')], /:6: 0\.confidence/],
    ['attributions.yaml', [says(1, 'ofac:1'), says(1, 'ofac:1')], /:8: it repeats the statement at .*:1$/],
    [
      'attributions.yaml',
      [says(1, 'ofac:1', 'heldFrom: 2022-02-02', 'heldTo: 2022-02-01')],
      /heldTo is not before/,
    ],
  ])('%s %#: names the line, and writes nothing', async (file, lines, message) => {
    trial.write({ attributions: says(7, 'ofac:7'), transfers: [{ from: 7, to: 8, minute: 1 }] });
    trial.writeFile(file, `${lines.join('\n')}\n`);
    const failed = await importCase(records, trial.folder).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CaseError);
    expect((failed as CaseError).message).toMatch(message);
    for (const model of [records.transfers, records.attributions, records.deposits, records.loadedCases]) {
      expect(await (model as typeof records.transfers).countDocuments()).toBe(0);
    }
  });

  it('reads every written form of a wallet, a hash, a time and an asset into the one that is kept', async () => {
    const usdc = 'eip155:1/erc20:0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
    const upper = { tx: hash.toUpperCase().replace('0X', '0x'), time: '2022-01-01T02:00:00+02:00' };
    trial.writeFile(
      'transfers.csv',
      `\uFEFF${header}\r\n${row({ ...upper, from: walletId(1), asset: usdc })}\r\n`,
    );
    await importCase(records, trial.folder);
    expect(await records.transfers.findOne().lean()).toMatchObject({
      _id: `eip155:1:${hash}:0`,
      seq: 1,
      tx: hash,
      at: new Date('2022-01-01T00:00:00Z'),
      fromId: walletId(1),
      asset: 'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
      illustrative: false,
      source: { id: 'trial:transfers.csv' },
    });
  });

  it('is fine without any of its files', async () => {
    const bare = makeCase('bare');
    const report = await importCase(records, bare.folder);
    expect(report).toEqual({
      case: 'bare',
      loaded: true,
      records: { attributions: 0, transfers: 0, deposits: 0 },
    });
    bare.remove();
  });

  it('keeps the seq of a transfer over editions, whatever else is put before it or corrected in it', async () => {
    const two = [
      { from: 1, to: 2, minute: 1 },
      { from: 1, to: 3, minute: 2 },
    ];
    trial.write({ transfers: two });
    await importCase(records, trial.folder);
    expect(await seqs()).toEqual({ [walletId(2)]: 1, [walletId(3)]: 2 });
    trial.write({
      transfers: [...two.map((transfer) => ({ ...transfer, amount: '6' })), { from: 1, to: 4, minute: 0 }],
    });
    const report = await importCase(records, trial.folder);
    expect(report).toMatchObject({ loaded: true, records: { transfers: 3 } });
    expect(await seqs()).toEqual({ [walletId(2)]: 1, [walletId(3)]: 2, [walletId(4)]: 3 });
    expect((await records.transfers.find().lean()).map(({ amount }) => amount).sort()).toEqual([
      '5',
      '6',
      '6',
    ]);
  });

  it('takes back what an edition says otherwise, as of its import, and changes nothing of what was said', async () => {
    trial.write({ attributions: says(1, 'ofac:1') });
    await importCase(records, trial.folder);
    const first = await records.attributions.find().lean();
    const between = new Date();
    const edition = (method: string) => {
      trial.write({ attributions: says(1, 'ofac:1', `method: ${method}`) });
      return importCase(records, trial.folder);
    };
    for (const method of ['seen', 'heard', 'seen']) await edition(method);
    const all = await records.attributions.find().lean();
    expect(all).toHaveLength(7);
    expect(all.filter(({ _id }) => _id === first[0]?._id)).toEqual(first);
    const methodsAt = (knownAt: Date) =>
      assertionsInForce(all, { minConfidence: 0, knownAt }).map(({ method }) => method);
    expect([methodsAt(between), methodsAt(new Date())]).toEqual([['listed'], ['seen']]);
    trial.writeFile('more.txt', 'another edition that says the same');
    await importCase(records, trial.folder);
    expect(await records.attributions.countDocuments()).toBe(7);
  });

  it('changes no transfer that others stored: one with other facts is rejected before anything is written', async () => {
    trial.writeFile('theirs.csv', transfersCsv([{ from: 1, to: 2, minute: 1, amount: '7' }]));
    await importTransfers(records, `${trial.folder}/theirs.csv`);
    const theirs = await records.transfers.find().lean();
    trial.write({ transfers: [{ from: 1, to: 2, minute: 1 }], deposits: [`v,a,${address(2)}`] });
    await expect(importCase(records, trial.folder)).rejects.toThrow(
      /transfers\.csv: .*amount: 7 there, 5 here/,
    );
    expect(await records.deposits.countDocuments()).toBe(0);
    trial.write({ transfers: [{ from: 1, to: 2, minute: 1, amount: '7' }] });
    await importCase(records, trial.folder);
    expect(await records.transfers.find().lean()).toEqual(theirs);
  });

  it('gives no seq twice when several store the same and other transfers at once', async () => {
    const source = { id: 's', title: 's', publisher: null, publishedOn: null, url: null, quote: null };
    trial.writeFile(
      'many.csv',
      transfersCsv(Array.from({ length: 300 }, (_, i) => ({ from: i, to: i + 1, minute: i }))),
    );
    const all = [];
    for await (const reading of readTransfers(`${trial.folder}/many.csv`, () => source)) {
      if ('row' in reading) all.push(reading.row);
    }
    expect(all).toHaveLength(300);
    const slices = [all.slice(0, 200), all.slice(100), all.slice(0, 200), all.slice(100)];
    const reports = await Promise.all(slices.map((slice) => storeTransfers(records, slice)));
    expect(reports.reduce((sum, { stored }) => sum + stored, 0)).toBe(300);
    const given = (await records.transfers.find().lean()).map(({ seq }) => seq);
    expect(new Set(given).size).toBe(300);
    const again = await storeTransfers(records, all);
    expect(again).toEqual({ stored: 0, duplicates: 300, corrected: 0, conflicts: [] });
  });
});
