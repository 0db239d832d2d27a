import {
  checkpointSigner,
  checkpointStore,
  eventRecords,
  ledgerCheckpointModel,
  ledgerStore,
  verifyStore,
} from '@cordon/ledger';
import { MerkleTree } from '../../../packages/ledger/src/merkle';
import { olderCheckpoint, olderLines, olderPeaks } from '../../../packages/ledger/test/support/olderLedger';
import { collect, eventOf, ledgerUp, type LedgerUp } from '../../support/ledgerUp';

const signer = checkpointSigner('7'.repeat(64));
let up: LedgerUp;
beforeEach(async () => {
  up = await ledgerUp();
  for (const line of olderLines) {
    const { hash, ...event } = JSON.parse(line) as { hash: string; key: string | null; sequence: number };
    const text = line.replace(/,"hash":"\w{64}"\}$/, '}');
    const key = event.key === null ? {} : { key: event.key };
    await up.records.collection.insertOne({ _id: event.sequence as never, ...key, text, hash });
  }
  const _id = `${'5'.padStart(16, '0')}:${(JSON.parse(olderCheckpoint) as { keyId: string }).keyId}`;
  await ledgerCheckpointModel(up.connection).collection.insertOne({
    _id: _id as never,
    sequence: 5,
    text: olderCheckpoint,
    peaks: olderPeaks,
  });
});
afterEach(() => up.close());

const checkpointsOf = () =>
  checkpointStore({
    ledger: 'tested',
    events: eventRecords(up.records),
    records: ledgerCheckpointModel(up.connection),
    keys: [signer.publicJwk],
  });

it('a ledger of the older form is read, appended to, and signed as a note; both checkpoints verify', async () => {
  const ledger = ledgerStore(up.records, { checkpoints: ledgerCheckpointModel(up.connection) });
  await ledger.append([eventOf(6), eventOf(7)]);
  const events = await collect(ledger.read({ after: 0 }));
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const checkpoints = checkpointsOf();
  expect(await checkpoints.latest()).toMatchObject({ sequence: 5, leaves: 'bare' });
  const tree = new MerkleTree();
  for (const { hash } of events) tree.add(hash);
  const taken = await checkpoints.take(signer, new Date());
  expect(taken).toMatchObject({ sequence: 7, leaves: 'rfc6962', root: tree.root() });
  expect(await checkpoints.latest()).toEqual(taken);
  const signed = (await checkpoints.all()).flatMap(({ read }) =>
    'checkpoint' in read ? [read.checkpoint] : [],
  );
  expect(signed.map(({ leaves }) => leaves)).toEqual(['bare', 'rfc6962']);
  expect(await verifyStore(eventRecords(up.records), signed)).toMatchObject({ ok: true, events: 7 });
  // The next one goes on from the note.
  for (const { event } of await ledger.append([eventOf(8)])) tree.add(event.hash);
  expect(await checkpoints.take(signer, new Date())).toMatchObject({ sequence: 8, root: tree.root() });
});

it('nothing is signed over a ledger that no longer gives what an older checkpoint signed', async () => {
  const records = ledgerCheckpointModel(up.connection);
  await up.records.updateOne({ _id: 2 }, [{ $set: { hash: '0'.repeat(64) } }], { updatePipeline: true });
  await expect(checkpointsOf().take(signer, new Date())).rejects.toMatchObject({
    name: 'LedgerDamaged',
    sequence: 2,
  });
  await up.records.deleteMany({ _id: { $gt: 4 } });
  await expect(checkpointsOf().take(signer, new Date())).rejects.toMatchObject({ name: 'LedgerDamaged' });
  const reading = ledgerStore(up.records, { checkpoints: records });
  await expect(reading.head()).rejects.toMatchObject({ name: 'LedgerDamaged', sequence: 5 });
});
