import { setTimeout as pause } from 'node:timers/promises';
import {
  type Checkpoints,
  checkpointSigner,
  checkpointStore,
  eventRecords,
  keepCheckpoints,
  ledgerCheckpointModel,
  verifyStore,
} from '@cordon/ledger';
import { MerkleTree } from '../../../packages/ledger/src/merkle';
import { eventOf, ledgerUp, type LedgerUp } from '../../support/ledgerUp';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const signer = checkpointSigner('7'.repeat(64));
const other = checkpointSigner('8'.repeat(64));
const now = new Date('2024-06-01T00:00:00.000Z');
const many = (size: number) => Array.from({ length: size }, (_, n) => eventOf(n));

let up: LedgerUp;
let checkpoints: Checkpoints;
const checkpointsOf = (ledger: string, keys = [signer.publicJwk]) =>
  checkpointStore({
    ledger,
    events: eventRecords(up.records),
    records: ledgerCheckpointModel(up.connection),
    keys,
  });
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  up = await ledgerUp(store);
  checkpoints = checkpointsOf('tested');
});
afterEach(() => up.close());

const verified = async () => {
  const signed = (await checkpoints.all()).flatMap(({ read }) =>
    'checkpoint' in read ? [read.checkpoint] : [],
  );
  return verifyStore(eventRecords(up.records), signed);
};

describe('a checkpoint', () => {
  it('signs the head and the Merkle root over all events, wherever the last one was', async () => {
    expect(await checkpoints.take(signer, now)).toBeUndefined();
    const tree = new MerkleTree();
    for (const size of [1, 2, 4, 1, 9]) {
      for (const { event } of await up.ledger.append(many(size))) tree.add(event.hash);
      const taken = await checkpoints.take(signer, now);
      const { sequence, hash } = await up.ledger.head();
      expect(taken).toMatchObject({
        ledger: 'tested',
        sequence,
        hash,
        root: tree.root(),
        at: now.toISOString(),
      });
    }
    expect(await checkpoints.all()).toHaveLength(5);
    expect(await verified()).toMatchObject({ ok: true, events: 17 });
  });

  it('is not given for what does not go on, unbroken, from the last one', async () => {
    await up.ledger.append(many(5));
    await checkpoints.take(signer, now);
    await up.ledger.append(many(5));
    const { text } = (await up.records.findById(8).lean())!;
    await up.records.updateOne({ _id: 8 }, { $set: { text: text.replace('tester', 'Tester') } });
    await expect(checkpoints.take(signer, now)).rejects.toMatchObject({ name: 'LedgerDamaged', sequence: 8 });
    await up.records.deleteMany({ _id: { $gt: 3 } });
    await expect(checkpoints.take(signer, now)).rejects.toMatchObject({ name: 'LedgerDamaged', sequence: 5 });
  });

  it('of the store shows a removed tail, and a ledger that was written anew with hashes that fit', async () => {
    await up.ledger.append(many(6));
    await checkpoints.take(signer, now);
    await up.records.deleteMany({ _id: { $gt: 4 } });
    expect(await verified()).toMatchObject({ ok: false, events: 4, firstBadSequence: 5 });
    // A writer believes for 50 ms that the head is where it left it; who wrote anew came later.
    await pause(100);
    await up.ledger.append(many(2));
    expect(await verified()).toMatchObject({ ok: false, firstBadSequence: 6 });
  });

  it('counts only with a key that is known, and is taken anew from the beginning where none does', async () => {
    await up.ledger.append(many(3));
    await checkpointsOf('tested', [other.publicJwk]).take(other, now);
    expect(await checkpoints.latest()).toBeUndefined();
    expect(await checkpoints.all()).toMatchObject([
      { sequence: 3, read: { problem: expect.stringContaining('not known') } },
    ]);
    await up.ledger.append(many(1));
    expect(await checkpoints.take(signer, now)).toMatchObject({ sequence: 4 });
  });

  it('of a key that was retired counts, and one of a new key stands beside it where the head is the same', async () => {
    await up.ledger.append(many(3));
    const old = await checkpointsOf('tested', [other.publicJwk]).take(other, now);
    const rotated = checkpointsOf('tested', [signer.publicJwk, other.publicJwk]);
    expect(await rotated.latest()).toEqual(old);
    // A server without the old key signs the head anew, once, and not at each check.
    const own = await checkpoints.take(signer, now);
    expect(await checkpoints.latest()).toEqual(own);
    expect((await rotated.all()).map(({ sequence, read }) => [sequence, 'checkpoint' in read])).toEqual([
      [3, true],
      [3, true],
    ]);
    // A server with the old key confirms its checkpoints before anything is signed over them.
    await ledgerCheckpointModel(up.connection).deleteOne({ text: own!.text });
    await up.records.deleteMany({ _id: { $gt: 2 } });
    await pause(100);
    await up.ledger.append(many(2));
    await expect(rotated.take(signer, now)).rejects.toMatchObject({ name: 'LedgerDamaged', sequence: 3 });
  });

  it('that was stored before keys were part of its id still counts', async () => {
    await up.ledger.append(many(3));
    const taken = (await checkpoints.take(signer, now))!;
    const { collection } = ledgerCheckpointModel(up.connection);
    const stored = (await collection.findOne({}))!;
    await collection.deleteMany({});
    await collection.insertOne({ _id: 3, text: stored['text'], peaks: stored['peaks'] } as never);
    expect(await checkpoints.latest()).toEqual(taken);
    expect(await checkpoints.all()).toMatchObject([{ sequence: 3, read: { checkpoint: taken } }]);
    await up.ledger.append(many(1));
    const next = await checkpoints.take(signer, now);
    expect(await checkpoints.latest()).toEqual(next);
  });

  it('of another ledger, or with peaks that do not give its root, is not gone on from', async () => {
    await up.ledger.append(many(3));
    await checkpointsOf('another').take(signer, now);
    expect(await checkpoints.latest()).toBeUndefined();
    await up.ledger.append(many(1));
    const honest = await checkpoints.take(signer, now);
    const record = ledgerCheckpointModel(up.connection);
    await record.updateOne({ sequence: 4 }, { $set: { peaks: ['0'.repeat(64)] } });
    expect(await checkpoints.latest()).toBeUndefined();
    expect(await checkpoints.take(signer, now)).toEqual(honest);
  });
});

describe('a server that keeps checkpoints', () => {
  const errors: unknown[] = [];
  const keep = () =>
    keepCheckpoints({
      ledger: up.ledger,
      checkpoints,
      signer,
      everyMs: 20,
      onError: (error) => errors.push(error),
    });
  const signed = async () => (await checkpoints.latest())?.sequence;
  const until = async (sequence: number) => {
    while ((await signed()) !== sequence) await new Promise((done) => setTimeout(done, 10));
  };

  it('signs when a thousand events are not covered, and what is left when it ends', async () => {
    const keeping = keep();
    await up.ledger.append(many(1_000));
    await until(1_000);
    await up.ledger.append(many(5));
    await new Promise((done) => setTimeout(done, 100));
    expect(await signed()).toBe(1_000);
    await keeping.close();
    expect(await signed()).toBe(1_005);
    expect(errors).toEqual([]);
  });

  it('signs nothing of a damaged ledger, and says so', async () => {
    await up.ledger.append(many(3));
    await up.records.updateOne({ _id: 2 }, { $set: { hash: '0'.repeat(64) } });
    await keep().close();
    expect(errors).toMatchObject([{ name: 'LedgerDamaged', sequence: 2 }]);
    expect(await checkpoints.all()).toEqual([]);
  });
});
