import { eventRecords, verifyStore } from '@cordon/ledger';
import { hashOf } from '../../../packages/ledger/src/sealedEvent';
import { eventOf, ledgerUp, type LedgerUp } from '../../support/ledgerUp';

const approvals = [{ approver: 'checker', at: '2024-01-01T00:00:00.000Z', digest: 'a'.repeat(64) }];
let up: LedgerUp;
beforeAll(async () => {
  up = await ledgerUp();
  await up.ledger.append(
    Array.from({ length: 9 }, (_, n) =>
      eventOf(n, { ...(n % 2 ? { key: `k"${n}` } : {}), ...(n > 4 ? { approvals } : {}) }),
    ),
  );
});
afterAll(() => up.close());

const verify = () => verifyStore(eventRecords(up.records), []);

it.each<[string, number, Record<string, unknown>]>([
  ['the text', 3, { $set: { text: '{"approvals":[]}' } }],
  ['the hash', 3, { $set: { hash: '0'.repeat(64) } }],
  ['the hash, in capital letters', 3, [{ $set: { hash: { $toUpper: '$hash' } } }] as never],
  ['a key', 2, { $set: { key: 'another' } }],
  ['a key of an event with approvals', 6, { $set: { key: 'another' } }],
  ['a key, to its own with escapes', 2, { $set: { key: 'k\\"1' } }],
  ['a key that is taken away', 2, { $unset: { key: 1 } }],
  ['a key that is put there', 3, { $set: { key: 'new' } }],
  ['a field that is put there', 3, { $set: { note: 'x' } }],
  ['a text of another type', 3, { $set: { text: 5 } }],
  ['a text that is null', 3, { $set: { text: null } }],
])('an edit of %s is found', async (_what, sequence, change) => {
  const whole = await up.records.collection.findOne({ _id: sequence as never });
  await up.records.collection.updateOne({ _id: sequence as never }, change);
  expect(await verify()).toMatchObject({ ok: false, events: sequence - 1, firstBadSequence: sequence });
  await up.records.collection.replaceOne({ _id: sequence as never }, whole!);
  expect(await verify()).toMatchObject({ ok: true, events: 9 });
});

it.each([[0], [2.5], [-1], ['2'], [12]])(
  'a document that does not belong there (%p) is found',
  async (id) => {
    const { text, hash } = (await up.records.findById(2).lean())!;
    await up.records.collection.insertOne({ _id: id as never, text, hash });
    expect(await verify()).toMatchObject({ ok: false });
    await up.records.collection.deleteOne({ _id: id as never });
    expect(await verify()).toMatchObject({ ok: true });
  },
);

it('an event that was removed from the middle is found, and an edited one that was sealed again', async () => {
  const whole = await up.records.collection.findOne({ _id: 5 as never });
  await up.records.deleteOne({ _id: 5 });
  expect(await verify()).toMatchObject({ ok: false, events: 4, firstBadSequence: 5 });
  await up.records.collection.insertOne(whole!);
  const { text } = (await up.records.findById(4).lean())!;
  const sealed = text.replace('tester', 'Tester');
  await up.records.updateOne({ _id: 4 }, { $set: { text: sealed, hash: hashOf(sealed) } });
  expect(await verify()).toMatchObject({ ok: false, events: 4, firstBadSequence: 5 });
});
