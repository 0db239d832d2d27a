import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { bitcoin } from '../../../shared/caip/chains';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { storeTransfers } from '../../../subgraphs/attribution/transfer/storeTransfers.store';
import {
  type AttributionRecords,
  connectAttribution,
} from '../../../subgraphs/attribution/connectAttribution';
import { transferStore } from '../../../subgraphs/attribution/transfer/transfer.store';
import { address, transfersCsv } from '../../support/attributionCase';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const header = 'chain,tx,index,time,from,to,asset,amount';
const hash = (n: number) => n.toString(16).padStart(64, '0');

/** A good row, but for what is given. */
function row(n: number, over: Readonly<Record<string, string | number>> = {}): string {
  const fields = {
    chain: 'eip155:1',
    tx: `0x${hash(n)}`,
    index: 0,
    time: '2022-04-01T00:00:00Z',
    from: address(1),
    to: address(2),
    asset: 'ETH',
    amount: '5',
  };
  return Object.values({ ...fields, ...over }).join();
}

const payer = '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ';
const payee = '1FCNgfZWpYMeYhy9t18AAkTBu8AsdoAc1Z';
const utxo = (n: number, over: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    chain: bitcoin,
    tx: hash(n),
    time: '2022-04-01T00:00:00Z',
    asset: 'BTC',
    inputs: [
      { address: payer, amount: '70' },
      { address: payee, amount: '40' },
    ],
    outputs: [
      { address: payee, amount: '60', index: 0 },
      { address: payer, amount: '45', index: 1 },
      { address: null, amount: '0', index: 2 },
    ],
    ...over,
  });

describe('importing transfers', () => {
  let store: TestStore;
  let folder: string;
  let records: AttributionRecords;
  const closing: (() => Promise<void>)[] = [];
  let databases = 0;
  const open = async () => {
    const target = { mongoUrl: store.mongoUrl, databasePrefix: `${store.databasePrefix}_${databases++}` };
    const opened = await connectAttribution(target);
    closing.push(() => opened.connection.close());
    return opened.records;
  };
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  };
  const importLines = (name: string, lines: readonly string[]) =>
    importTransfers(records, write(name, lines));
  beforeAll(async () => {
    store = await openTestStore();
    folder = mkdtempSync(join(tmpdir(), 'cordon-transfers-'));
  });
  beforeEach(async () => {
    records = await open();
  });
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('quarantines each bad row by its line and its reason, and stores the rest', async () => {
    const bad: [line: string, reason: RegExp][] = [
      [row(2, { amount: '-5' }), /amount: .*whole number/],
      [row(3, { amount: '1.5' }), /amount: .*whole number/],
      [row(4, { amount: '9'.repeat(79) }), /at most 78 digits/],
      [row(5, { from: '0x12' }), /from: .*40 hexadecimal/],
      [row(6, { to: payee }), /^to: /],
      [row(7, { chain: 'eip155:x' }), /chain: .*not a chain/],
      [row(8, { time: 'yesterday' }), /time: .*RFC 3339/],
      [row(9, { time: '2015-07-30T15:26:12Z' }), /before the chain began/],
      [row(10, { time: '2999-01-01T00:00:00Z' }), /in the future/],
      [row(11, { to: address(1) }), /from a wallet to itself/],
      [row(12, { asset: 'DOGE' }), /asset: .*not an asset/],
      [row(13, { tx: '0x12' }), /tx: .*not a transaction/],
      [row(14, { index: '-1' }), /index: .*whole number/],
      ['eip155:1,0x5', /2 fields, the header 8/],
      [`"${row(15)}`, /not CSV/],
      [row(1, { amount: '6' }), /stored already with other facts \(amount: 5 there, 6 here\)/],
    ];
    const report = await importLines('bad.csv', [
      header,
      row(1),
      ...bad.map(([line]) => line),
      row(1),
      row(16),
    ]);
    expect(report).toMatchObject({ read: bad.length + 3, stored: 2, duplicates: 1, quarantined: bad.length });
    const said = new Map(report.problems.map(({ line, problem }) => [line, problem]));
    bad.forEach(([, reason], i) => expect(said.get(i + 3)).toMatch(reason));
    const kept = await records.quarantinedRows.find({ importId: report.import }).sort({ line: 1 }).lean();
    expect(kept.map(({ line, problem }) => ({ line, problem }))).toEqual(report.problems);
    expect(await records.imports.findById(report.import).lean()).toMatchObject({
      file: 'bad.csv',
      stored: 2,
      endedAt: expect.any(Date),
    });
  });

  it('names the first hundred of many quarantined rows and keeps them all', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => row(i, { amount: 'x' }));
    const report = await importLines('worse.csv', [header, ...lines]);
    expect(report.quarantined).toBe(150);
    expect(report.problems).toHaveLength(100);
    expect(await records.quarantinedRows.countDocuments({ importId: report.import })).toBe(150);
  });

  it('never changes what is there, and says in what a row differs from it', async () => {
    await importLines('first.csv', [header, row(1)]);
    const again = await importLines('second.csv', [header, row(1), row(1, { to: address(3) })]);
    expect(again).toMatchObject({ stored: 0, duplicates: 1, quarantined: 1 });
    expect(again.problems[0]).toMatchObject({ line: 3, problem: expect.stringContaining('toId') });
    const there = await records.transfers.find().lean();
    expect(there).toHaveLength(1);
    expect(there[0]).toMatchObject({ toId: `eip155:1:${address(2)}`, source: { id: 'file:first.csv' } });
  });

  it('reads amounts of any length exactly, from JSON too unless the number has lost digits', async () => {
    const json = (n: number, amount: unknown) =>
      JSON.stringify({
        chain: 'eip155:1',
        tx: `0x${hash(n)}`,
        index: n,
        time: '2022-04-01T00:00:00Z',
        from: address(1),
        to: address(2),
        asset: 'ETH',
        amount,
      });
    const long = (2n ** 256n - 1n).toString();
    const report = await importLines('some.jsonl', [
      json(1, long),
      json(2, 12),
      json(3, 2 ** 53),
      '{"chain":',
      '[]',
    ]);
    expect(report).toMatchObject({ read: 5, stored: 2, quarantined: 3 });
    expect(report.problems.map(({ line }) => line)).toEqual([3, 4, 5]);
    const amounts = (await records.transfers.find().sort({ seq: 1 }).lean()).map(({ amount }) => amount);
    expect(amounts).toEqual([long, '12']);
  });

  it('quarantines a row that is too long for one, and goes on', async () => {
    const report = await importLines('long.csv', [
      header,
      row(1),
      'x'.repeat(70_000),
      row(2),
      'y'.repeat(900_000),
      row(3),
      'z'.repeat(600_000),
    ]);
    expect(report).toMatchObject({ read: 6, stored: 3, quarantined: 3 });
    const problem = 'it is longer than 65536 characters';
    expect(report.problems).toEqual([3, 5, 7].map((line) => ({ line, problem })));
  });

  it.each([
    ['nothing.csv', undefined, /no such file/],
    ['empty.csv', '', /empty/],
    ['other.csv', 'a,b\n1,2\n', /missing: chain/],
    ['prose.txt', 'MIT License\n\nCopyright\n', /missing: chain/],
    ['other.jsonl', '{"name":"x"}\n', /not JSON lines/],
    ['pretty.json', '{\n  "chain": 1\n}\n', /not JSON lines/],
    ['endless.csv', 'x'.repeat(300_000), /longer than/],
  ])('rejects %s as a whole and writes nothing', async (name, text, reason) => {
    if (text !== undefined) writeFileSync(join(folder, name), text);
    await expect(importTransfers(records, join(folder, name))).rejects.toThrow(reason);
    expect(await records.transfers.countDocuments()).toBe(0);
    expect(await records.imports.countDocuments()).toBe(0);
  });

  it('keeps a UTXO transaction whole: its inputs, its outputs and no pairs', async () => {
    const lines = [
      utxo(1),
      utxo(2, { inputs: [] }),
      utxo(3, { inputs: [{ address: payer, amount: '104' }] }),
      utxo(4, { outputs: [] }),
      utxo(5, { chain: 'eip155:1', tx: `0x${hash(5)}`, asset: 'ETH' }),
      utxo(6, {
        inputs: [
          { address: payer, amount: '105', index: 0 },
          { address: payer, amount: '1', index: 0 },
        ],
      }),
      utxo(7, { inputs: [{ amount: '105' }] }),
      utxo(1),
      utxo(1, { inputs: [{ address: payer, amount: '110' }] }),
    ];
    const report = await importLines('utxo.jsonl', lines);
    expect(report).toMatchObject({ read: 9, stored: 2, duplicates: 1, quarantined: 6 });
    const reasons = [
      /outputs \(105\) are more/,
      /outputs/,
      /no inputs and outputs/,
      /twice/,
      /missing/,
      /inputs/,
    ];
    report.problems.forEach(({ problem }, i) => expect(problem).toMatch(reasons[i]!));
    const [first, second] = await records.utxoTransactions.find().sort({ seq: 1 }).lean();
    expect(first).toMatchObject({
      _id: `${bitcoin}:${hash(1)}`,
      seq: 1,
      inputs: [{ index: 0 }, { index: 1 }],
    });
    expect(first?.outputs.map(({ seq, walletId, amount }) => [seq, walletId, amount])).toEqual([
      [1, `${bitcoin}:${payee}`, '60'],
      [2, `${bitcoin}:${payer}`, '45'],
      [3, null, '0'],
    ]);
    expect(second).toMatchObject({ seq: 4, inputs: [] });
    expect(await records.transfers.countDocuments()).toBe(0);
  });

  it('does not store one transaction in both shapes, whichever came first', async () => {
    const pair = (n: number) => row(n, { chain: bitcoin, tx: hash(n), from: payer, to: payee, asset: 'BTC' });
    await importLines('whole.jsonl', [utxo(1)]);
    const rows = await importLines('pairs.csv', [header, pair(1), pair(2)]);
    expect(rows).toMatchObject({ stored: 1, quarantined: 1 });
    const whole = await importLines('whole2.jsonl', [utxo(2), utxo(3)]);
    expect(whole).toMatchObject({ stored: 1, quarantined: 1 });
    expect(whole.problems[0]?.problem).toMatch(/count twice/);
  });

  it('gives the same transfers however a file is split, in whatever order, one after another or at once', async () => {
    const lines = [
      ...Array.from({ length: 12 }, (_, i) => row(i, { index: i % 3, to: address(i + 2) })),
      row(0, { to: address(2) }),
    ];
    const ids = async (of: AttributionRecords) =>
      (await of.transfers.find({ chain: 'eip155:1' }).sort({ _id: 1 }).lean()).map(({ _id, toId, amount }) =>
        [_id, toId, amount].join(' '),
      );
    await importLines('all.csv', [header, ...lines]);
    const whole = await ids(records);
    expect(whole).toHaveLength(12);
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: lines.length, maxLength: lines.length }),
        fc.boolean(),
        async (parts, atOnce) => {
          const other = await open();
          const files = [2, 0, 1].map((part) =>
            write(`part${n++}.csv`, [header, ...lines.filter((_, i) => parts[i] === part)]),
          );
          const runs = files.map((file) => () => importTransfers(other, file));
          const reports = [];
          if (atOnce) reports.push(...(await Promise.all(runs.map((run) => run()))));
          else for (const run of runs) reports.push(await run());
          expect(reports.reduce((sum, { stored }) => sum + stored, 0)).toBe(12);
          expect(await ids(other)).toEqual(whole);
          const seqs = (await other.transfers.find({ chain: 'eip155:1' }).lean()).map(({ seq }) => seq);
          expect(new Set(seqs).size).toBe(12);
          expect((await transferStore(other).published()).seq).toBe(Math.max(...seqs));
        },
      ),
      { numRuns: 8 },
    );
  });

  describe('after an import that was cut off', () => {
    const place = async () => transferStore(records).published();
    /** As if a process of another machine had reserved seqs, written some of them, and then stood still. */
    const cutOff = async (reserved: number, until: Date) => {
      await records.counters.updateOne(
        { _id: 'transfers' },
        { $inc: { last: reserved }, $set: { holder: 'gone', host: `not-${hostname()}`, pid: 1, until } },
      );
    };
    const written = async (seq: number, n: number) => {
      const [like] = await records.transfers.find().limit(1).lean();
      const tx = `0x${hash(n)}`;
      return records.transfers.collection.insertOne({ ...like, _id: `eip155:1:${tx}:0`, tx, seq } as never);
    };

    it('publishes what was written, and lets nothing appear below what was seen', async () => {
      await importLines('first.csv', [header, row(1), row(2)]);
      await cutOff(10, new Date(0));
      await written(4, 3);
      expect((await place()).seq).toBe(2);
      const report = await importLines('next.csv', [header, row(3), row(4)]);
      expect(report).toMatchObject({ stored: 1, duplicates: 1 });
      const seen = (await place()).seq;
      expect(seen).toBe(13);
      // The process that was thought gone wakes up and goes on writing: each seq that it had reserved is taken.
      for (const seq of [3, 5, 12]) await expect(written(seq, 90 + seq)).rejects.toThrow(/duplicate key/);
      const read: [number, string][] = [];
      for await (const { seq, _id } of transferStore(records).transfersBetween({ after: 2, upTo: seen })) {
        read.push([seq, _id.slice(-4)]);
      }
      expect(read).toEqual([
        [4, '03:0'],
        [13, '04:0'],
      ]);
      expect((await place()).corrections).toBe(0);
    });

    it('says where facts may have been changed in place', async () => {
      await importLines('first.csv', [header, row(1)]);
      await cutOff(1, new Date(0));
      await records.counters.updateOne({ _id: 'transfers' }, { $set: { correcting: true } });
      await importLines('next.csv', [header, row(2)]);
      expect((await place()).corrections).toBe(1);
    });

    it('waits for a turn that is not over', async () => {
      await importLines('first.csv', [header, row(1)]);
      await cutOff(1, new Date(Date.now() + 700));
      await importLines('next.csv', [header, row(2)]);
      expect((await place()).seq).toBe(3);
    });
  });

  it.each(['before', 'after'])(
    'lets readers hear of a correction whose turn was taken %s it said that it would correct',
    async (when) => {
      await importLines('first.csv', [header, row(700)]);
      const [stored] = await records.transfers.find().lean();
      const { seq, ...facts } = stored!;
      const corrected = { ...facts, amount: '6' };
      const corrections = async () => (await transferStore(records).published()).corrections;
      let heard = -1;
      const thieve = async () => {
        if (heard >= 0) return;
        heard = await corrections();
        await records.counters.updateOne({ _id: 'transfers' }, { $set: { until: new Date(0) } });
        await importTransfers(records, write('thief.csv', [header, row(701)]));
        heard = await corrections();
      };
      const { counters, transfers } = records;
      const [mark, change] = [counters.updateOne.bind(counters), transfers.bulkWrite.bind(transfers)];
      const marking = jest.spyOn(counters, 'updateOne').mockImplementation(((
        ...args: Parameters<typeof mark>
      ) => {
        const isMark = JSON.stringify(args[1]).includes('"correcting":true');
        if (when === 'after' || !isMark) return mark(...args);
        return thieve().then(() => mark(...args));
      }) as never);
      const changing = jest
        .spyOn(transfers, 'bulkWrite')
        .mockImplementation(async (...args: Parameters<typeof change>) => {
          if (when === 'after') await thieve();
          return change(...args);
        });
      await storeTransfers(records, [corrected], { correctOf: 'file' });
      marking.mockRestore();
      changing.mockRestore();
      expect(await records.transfers.findOne({ seq }).lean()).toMatchObject({ amount: '6' });
      expect(heard).toBe(when === 'after' ? 1 : 0);
      expect(await corrections()).toBe(heard + 1);
    },
  );

  it('notices that its turn was taken and does its batch again', async () => {
    await importLines('first.csv', [header, row(600)]);
    const lines = Array.from({ length: 50 }, (_, i) => ({ from: i + 1, to: i + 2, minute: i }));
    const file = join(folder, 'stolen.csv');
    writeFileSync(file, transfersCsv(lines));
    // Somebody else takes the turn while the batch is under way: each write of the batch meets a void or is its own.
    const insertMany = records.transfers.collection.insertMany.bind(records.transfers.collection);
    let stolen = false;
    const spy = jest
      .spyOn(records.transfers.collection, 'insertMany')
      .mockImplementation(async (...args: Parameters<typeof insertMany>) => {
        if (!stolen) {
          stolen = true;
          await records.counters.updateOne({ _id: 'transfers' }, { $set: { until: new Date(0) } });
          await importTransfers(records, write('thief.csv', [header, row(500)]));
        }
        return insertMany(...args);
      });
    const report = await importTransfers(records, file);
    spy.mockRestore();
    expect(report.stored + report.duplicates).toBe(50);
    const all = await records.transfers.find({ chain: 'eip155:1' }).lean();
    expect(all).toHaveLength(52);
    expect(new Set(all.map(({ seq }) => seq)).size).toBe(52);
    // The thief's published transfers are below all that appeared after it.
    const thief = all.find(({ tx }) => tx === `0x${hash(500)}`)?.seq ?? 0;
    const after = all.filter(({ source }) => source.id === 'file:stolen.csv').map(({ seq }) => seq);
    expect(Math.min(...after)).toBeGreaterThan(thief);
  });
});
