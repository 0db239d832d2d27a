import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../shared/logger/logger';
import { markedWalletStore } from '../../../subgraphs/attribution/tracing/runtime/markedWallets.store';
import {
  openTransferEngine,
  type TransferEngine,
} from '../../../subgraphs/attribution/tracing/runtime/transferEngine';
import { transferFeed } from '../../../subgraphs/attribution/tracing/runtime/transferFeed.store';
import type { NewTransfer } from '../../../subgraphs/attribution/transfer/newTransfer';
import { storeTransfers } from '../../../subgraphs/attribution/transfer/storeTransfers.store';
import {
  type AttributionRecords,
  connectAttribution,
} from '../../../subgraphs/attribution/connectAttribution';
import { crossingStore } from '../../../subgraphs/attribution/crossing/crossing.store';
import { transferStore } from '../../../subgraphs/attribution/transfer/transfer.store';
import { address, walletId } from '../../support/attributionCase';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const transfer = (n: number, over: Partial<NewTransfer> = {}): NewTransfer => {
  const tx = `0x${n.toString(16).padStart(64, '0')}`;
  return {
    _id: `eip155:1:${tx}:0`,
    chain: 'eip155:1',
    tx,
    index: 0,
    at: new Date(Date.UTC(2022, 0, 1) + ((n * 7_919) % 5_000) * 1_000),
    fromId: walletId(n % 700),
    toId: walletId((n * 31 + 1) % 700),
    asset: 'eip155:1/slip44:60',
    amount: String(n + 1),
    illustrative: false,
    source: { id: 'test:a', title: 'A test' },
    ...over,
  };
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => transfer(from + i));

describe('the transfers in memory', () => {
  let store: TestStore;
  let worlds = 0;
  let folder: string;
  beforeAll(async () => {
    store = await openTestStore();
    folder = mkdtempSync(join(tmpdir(), 'cordon-engine-'));
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inWorld(work: (records: AttributionRecords, open: () => TransferEngine) => Promise<void>) {
    const databasePrefix = `${store.databasePrefix}_engine${++worlds}`;
    const { connection, records } = await connectAttribution({ mongoUrl: store.mongoUrl, databasePrefix });
    const engines: TransferEngine[] = [];
    const open = () => {
      const engine = openTransferEngine({
        feed: transferFeed(records, transferStore(records), crossingStore(records.crossings)),
        marked: markedWalletStore(records),
        logger: createLogger('test', 'silent'),
        snapshotFolder: folder,
        name: databasePrefix,
      });
      engines.push(engine);
      return engine;
    };
    try {
      await work(records, open);
    } finally {
      for (const engine of engines) await engine.close();
      await connection.close();
    }
  }

  const seqsOf = async (engine: TransferEngine) => {
    const { graph } = await engine.view(null);
    return [...graph.columns.seq].sort((a, b) => a - b);
  };
  const snapshotOf = () =>
    join(folder, readdirSync(folder).find((name) => name.includes(`_engine${worlds}.`)) ?? 'none');

  it('are all that was published before a question, beside an import, and no state changes once it is given', async () => {
    await inWorld(async (records, open) => {
      const engine = open();
      const given = [];
      let published = 0;
      const importing = (async () => {
        for (let at = 0; at < 1_500; at += 100) {
          await storeTransfers(records, range(at, at + 100));
          published = at + 100;
        }
      })();
      while (published < 1_500) {
        const atLeast = published;
        const { graph } = await engine.view(null);
        expect(graph.columns.count).toBeGreaterThanOrEqual(atLeast);
        given.push({ graph, rows: graph.columns.count, seqs: [...graph.columns.seq] });
      }
      await importing;
      for (const { graph, rows, seqs } of given) {
        expect([graph.columns.count, [...graph.columns.seq]]).toEqual([rows, seqs]);
        // Only whole batches, without omissions.
        expect([rows % 100, graph.seq, new Set(seqs).size]).toEqual([0, rows, rows]);
      }
      expect(await seqsOf(engine)).toEqual(range(1, 1_501).map((_, i) => i + 1));
      expect(engine.transfersRead).toBe(1_500);
    });
  });

  it('are read anew where facts were corrected', async () => {
    await inWorld(async (records, open) => {
      const engine = open();
      await storeTransfers(records, range(0, 10));
      await engine.view(null);
      await storeTransfers(records, [transfer(3, { toId: walletId(9_999) })], { correctOf: 'test' });
      const { graph } = await engine.view(null);
      expect(graph.columns.count).toBe(10);
      expect(graph.wallets.numberOf(walletId(9_999))).toBeDefined();
    });
  });

  it('come from a snapshot after a start, and from the store where it is damaged or says something else', async () => {
    await inWorld(async (records, open) => {
      for (let at = 0; at < 10_500; at += 2_100) await storeTransfers(records, range(at, at + 2_100));
      const first = open();
      const { graph } = await first.view(null);
      await first.close();
      expect(first.transfersRead).toBe(10_500);

      await storeTransfers(records, range(10_500, 10_600));
      const again = open();
      const restarted = (await again.view(null)).graph;
      await again.close();
      // Sixteen and the newest are looked at to see that it is of this store.
      expect(again.transfersRead).toBe(100);
      const whole = { seq: restarted.seq, columns: restarted.columns, out: restarted.out, in: restarted.in };

      const file = snapshotOf();
      const damaged = readFileSync(file);
      damaged[damaged.length >> 1]! ^= 1;
      writeFileSync(file, damaged);
      const healed = open();
      const rebuilt = (await healed.view(null)).graph;
      await healed.close();
      expect(healed.transfersRead).toBe(10_600);
      expect({ seq: rebuilt.seq, columns: rebuilt.columns, out: rebuilt.out, in: rebuilt.in }).toEqual(whole);
      expect(graph.columns.count).toBe(10_500);

      // A store that was put back to an older state, and written on: the same identity, other facts.
      await records.transfers.updateOne({ seq: 10_600 }, { $set: { toId: walletId(9_999) } });
      const replaced = open();
      expect((await replaced.view(null)).graph.wallets.numberOf(walletId(9_999))).toBeDefined();
      expect(replaced.transfersRead).toBe(10_600);
      await replaced.close();
    });
  });

  it('know deposit wallets on each chain, and services where they are surely said to be some', async () => {
    await inWorld(async (records, open) => {
      const engine = open();
      const polygon = { chain: 'eip155:137', asset: 'eip155:137/slip44:966' };
      await storeTransfers(records, [
        transfer(1, {
          ...polygon,
          _id: 'p',
          fromId: `eip155:137:${address(1)}`,
          toId: `eip155:137:${address(2)}`,
        }),
        transfer(2, { fromId: walletId(2), toId: walletId(3) }),
        transfer(3, { fromId: walletId(4), toId: walletId(5) }),
      ]);
      await records.deposits.create({
        _id: 'v:a w',
        venueId: 'v',
        accountId: 'v:a',
        walletId: walletId(2),
        matchKey: `eip155:${address(2)}`,
        illustrative: true,
      });
      const tag = (n: number, confidence: number, stance: 'ASSERTS' | 'RETRACTS' = 'ASSERTS') => ({
        _id: `${n} ${stance}`,
        walletId: walletId(n),
        matchKey: `eip155:${address(n)}`,
        actorId: 'graphsense:x',
        concepts: ['exchange'],
        stance,
        confidenceId: 'x',
        confidence,
        method: 'tag',
        knownSince: new Date(0),
        illustrative: false,
        source: { id: 's', title: 'S' },
      });
      await records.attributions.insertMany([
        tag(3, 50),
        tag(4, 49),
        tag(5, 90),
        tag(5, 90, 'RETRACTS'),
      ] as never);
      const fresh = open();
      const { graph, marks } = await fresh.view(null);
      const markOf = (id: string) => marks[graph.wallets.numberOf(id)!]! & 7;
      expect(
        [`eip155:137:${address(2)}`, walletId(2), walletId(3), walletId(4), walletId(5)].map(markOf),
      ).toEqual([1, 1, 4, 0, 0]);
      // The other one had looked before; a new deposit wallet counts at once all the same.
      const before = await engine.view(null);
      expect(before.marks[before.graph.wallets.numberOf(walletId(2))!]! & 1).toBe(1);
    });
  });
});
