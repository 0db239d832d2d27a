import { hostname } from 'node:os';
import { importLeaseStore } from '../../../subgraphs/sanctions/import/importLease.store';
import { connectSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { openTestStore, type TestStore } from '../../support/openTestStore';

let store: TestStore;
let connected: Awaited<ReturnType<typeof connectSanctions>>;

beforeAll(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
});

afterAll(async () => {
  await connected.connection.close();
  await store.close();
});

it('lets one import at a time be under way, and the next one know that the one before ended', async () => {
  const leases = importLeaseStore(connected.records.importLeases);
  let under = 0;
  const cutOffs = await Promise.all(
    [1, 2, 3].map(() =>
      leases.under(async ({ cutOff, confirm }) => {
        expect(++under).toBe(1);
        await new Promise((done) => setTimeout(done, 50));
        await confirm();
        under--;
        return cutOff;
      }),
    ),
  );
  expect(cutOffs).toEqual([false, false, false]);
});

it('takes over from a process that is no more, at once, and says that it was cut off', async () => {
  const { importLeases } = connected.records;
  // A process number that no system gives out: above Linux's limit of 2^22.
  const gone = {
    holder: 'gone',
    host: hostname(),
    pid: 2 ** 22 + 1,
    until: new Date(Date.now() + 60_000),
    ended: false,
  };
  await importLeases.updateOne({ _id: 'lists' }, { $set: gone }, { upsert: true });
  const start = Date.now();
  expect(await importLeaseStore(importLeases).under(async ({ cutOff }) => cutOff)).toBe(true);
  expect(Date.now() - start).toBeLessThan(10_000);
});

it('says after an import that failed that it was cut off', async () => {
  const leases = importLeaseStore(connected.records.importLeases);
  await expect(leases.under(() => Promise.reject(new Error('a full disk')))).rejects.toThrow('a full disk');
  expect(await leases.under(async ({ cutOff }) => cutOff)).toBe(true);
});

it('does not let an import publish that lost its lease', async () => {
  const { importLeases } = connected.records;
  await expect(
    importLeaseStore(importLeases).under(async ({ confirm }) => {
      await importLeases.updateOne({ _id: 'lists' }, { $set: { holder: 'another' } });
      await confirm();
    }),
  ).rejects.toThrow('another import took over');
});
