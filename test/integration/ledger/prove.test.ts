import {
  checkpointSigner,
  checkpointStore,
  eventRecords,
  ledgerCheckpointModel,
  problemOfProof,
  proveEvent,
} from '@cordon/ledger';
import { hashOf } from '../../../packages/ledger/src/sealedEvent';
import { eventOf, ledgerUp, type LedgerUp } from '../../support/ledgerUp';

const signer = checkpointSigner('7'.repeat(64));
let up: LedgerUp;
let events: ReturnType<typeof eventRecords>;
beforeAll(async () => {
  up = await ledgerUp();
  events = eventRecords(up.records);
  await up.ledger.append(Array.from({ length: 9 }, (_, n) => eventOf(n, n % 2 ? { key: `k${n}` } : {})));
});
afterAll(() => up.close());

async function signed() {
  const records = ledgerCheckpointModel(up.connection);
  const checkpoints = checkpointStore({ ledger: 'test', events, records, keys: [signer.publicJwk] });
  const checkpoint = await checkpoints.take(signer, new Date());
  if (!checkpoint) throw new Error('the ledger is empty');
  return checkpoint;
}

it('each event of a whole ledger is proved', async () => {
  const checkpoint = await signed();
  for (let sequence = 1; sequence <= 9; sequence++)
    expect(problemOfProof(await proveEvent(events, sequence, checkpoint), checkpoint)).toBeUndefined();
  await expect(proveEvent(events, 10, checkpoint)).rejects.toThrow(RangeError);
});

const edited = (text: string) => text.replace('tester', 'Tester');

it.each<[string, number, (text: string) => Record<string, unknown>, number[]]>([
  ['its text was edited', 4, (text) => ({ $set: { text: edited(text) } }), [4]],
  ['its hash was edited', 4, () => ({ $set: { hash: '0'.repeat(64) } }), [4, 5, 9]],
  [
    'it was sealed again',
    4,
    (text) => ({ $set: { text: edited(text), hash: hashOf(edited(text)) } }),
    [4, 5, 9],
  ],
  ['its key was edited', 4, () => ({ $set: { key: 'another' } }), [4]],
  ['it has another form', 4, () => ({ $set: { text: 5 } }), [4, 5, 9]],
])('nothing is proved where %s', async (_what, sequence, change, unproved) => {
  const checkpoint = await signed();
  const { collection } = up.records;
  const whole = await collection.findOne({ _id: sequence as never });
  await collection.updateOne({ _id: sequence as never }, change(whole!['text'] as string));
  for (const one of unproved)
    await expect(proveEvent(events, one, checkpoint)).rejects.toMatchObject({
      name: 'LedgerDamaged',
      sequence: one,
    });
  await collection.replaceOne({ _id: sequence as never }, whole!);
});

it('nothing is proved where an event was removed', async () => {
  const checkpoint = await signed();
  const { collection } = up.records;
  const whole = await collection.findOne({ _id: 5 as never });
  await collection.deleteOne({ _id: 5 as never });
  for (const one of [3, 5, 6])
    await expect(proveEvent(events, one, checkpoint)).rejects.toMatchObject({ name: 'LedgerDamaged' });
  await collection.insertOne(whole!);
});
