import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  readSnapshot,
  writeSnapshot,
} from '../../../../../subgraphs/attribution/tracing/runtime/snapshotFile';
import { amountOf } from '../../../../../subgraphs/attribution/tracing/engine/graph/amounts';
import { buildGraph } from '../../../../../subgraphs/attribution/tracing/engine/graph/buildGraph';

const owner = { store: 7, corrections: 2 };
const graph = buildGraph([
  { seq: 1, at: 5, fromId: 'a', toId: 'b', asset: 'x', amount: 2n ** 200n },
  {
    seq: 2,
    at: 3,
    asset: 'y',
    inputs: [{ walletId: 'b', amount: 7n }],
    outputs: [{ walletId: 'c', amount: 6n }],
  },
  { seq: 3, inSeq: 2, outSeq: 1 },
]);

describe('a snapshot of the transfers', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cordon-snapshot-'));
    file = join(folder, 'below', 'x.transfers');
    await writeSnapshot(file, graph, owner);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says again what was written, and leaves nothing else behind', async () => {
    const read = await readSnapshot(file, owner);
    expect(read?.columns).toEqual(graph.columns);
    expect([read?.seq, read?.assets, read?.out, read?.in]).toEqual([
      graph.seq,
      graph.assets,
      graph.out,
      graph.in,
    ]);
    expect(graph.crossings.count).toBe(1);
    expect(read?.crossings).toEqual(graph.crossings);
    expect(read && amountOf(read.columns.amounts, 2)).toBe(2n ** 200n);
    expect(['a', 'b', 'c', 'd'].map((id) => read?.wallets.numberOf(id))).toEqual([0, 1, 2, undefined]);
    expect(readdirSync(join(folder, 'below'))).toEqual(['x.transfers']);
  });

  it('of no transfers is one as well', async () => {
    await writeSnapshot(file, buildGraph([]), owner);
    expect((await readSnapshot(file, owner))?.columns.count).toBe(0);
  });

  it('is rejected where any bit of it is another, or it ends early or late', async () => {
    const whole = readFileSync(file);
    const damage = fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, bit }) => {
        const damaged = Buffer.from(whole);
        damaged[at]! ^= 1 << bit;
        writeFileSync(file, damaged);
        await expect(readSnapshot(file, owner)).rejects.toThrow(/^(it|its|transfers) /);
      }),
      { numRuns: 300 },
    );
    for (const other of [
      whole.subarray(0, -1),
      whole.subarray(0, 10),
      Buffer.alloc(0),
      Buffer.concat([whole, whole]),
    ]) {
      writeFileSync(file, other);
      await expect(readSnapshot(file, owner)).rejects.toThrow(/^it/);
    }
  });

  it('is rejected for another store, and where transfers were corrected since', async () => {
    await expect(readSnapshot(file, { ...owner, store: 8 })).rejects.toThrow('it is of another store');
    await expect(readSnapshot(file, { ...owner, corrections: 3 })).rejects.toThrow(
      'transfers were corrected since',
    );
  });

  it('is null where none was written', async () => {
    expect(await readSnapshot(join(folder, 'none'), owner)).toBeNull();
  });
});
