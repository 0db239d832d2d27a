import { hostname } from 'node:os';
import { keepListingsSynced, syncListings } from '../../../cli/databases/syncListings';
import { withDatabases } from '../../../cli/databases/withDatabases';
import { createLogger } from '../../../shared/logger/logger';
import { noteSyncDue } from '../../../subgraphs/attribution/listing/listingSync.store';
import { connectAttribution } from '../../../subgraphs/attribution/connectAttribution';
import { openAttribution } from '../../../subgraphs/attribution/openAttribution';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { reachOf } from '../../support/attributionSubgraph';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
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

it('takes over from a process that is no more before its lease ends, and says that it was cut off', async () => {
  const { importLeases } = connected.records;
  // A process number that no system gives out: above Linux's limit of 2^22.
  const gone = {
    holder: 'gone',
    host: hostname(),
    pid: 2 ** 22 + 1,
    until: new Date(Date.now() + 3_600_000),
    ended: false,
  };
  await importLeases.updateOne({ _id: 'lists' }, { $set: gone }, { upsert: true });
  expect(await importLeaseStore(importLeases).under(async ({ cutOff }) => cutOff)).toBe(true);
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
  // The other one ends, so that nobody waits for it.
  await importLeases.updateOne({ _id: 'lists' }, { $set: { ended: true, until: new Date(0) } });
});

describe('a lease that was not renewed in time', () => {
  const late = { host: hostname(), ended: false, until: new Date(Date.now() - 20_000) };

  it('stays with a process of this machine that still runs', async () => {
    const { importLeases } = connected.records;
    const standing = { ...late, holder: 'standing', pid: process.ppid };
    await importLeases.updateOne({ _id: 'lists' }, { $set: standing }, { upsert: true });
    const leases = importLeaseStore(importLeases);
    expect(await leases.underIfFree(() => Promise.resolve('done'))).toBeUndefined();
    // Nobody stands still for so long: the number of the process went to another one.
    const ago = new Date(Date.now() - 3_600_000);
    await importLeases.updateOne({ _id: 'lists' }, { $set: { until: ago } });
    expect(await leases.underIfFree(() => Promise.resolve('done'))).toBe('done');
  });

  it('is free at once where the same number was that of an earlier process', async () => {
    const { importLeases } = connected.records;
    const earlier = { ...late, holder: 'earlier', pid: process.pid, until: new Date(Date.now() + 60_000) };
    await importLeases.updateOne({ _id: 'lists' }, { $set: earlier }, { upsert: true });
    expect(await importLeaseStore(importLeases).under(async ({ cutOff }) => cutOff)).toBe(true);
  });

  it('is not taken by the poll of a server from an import that stands still', async () => {
    const { importLeases } = connected.records;
    const attribution = await connectAttribution(store);
    await noteSyncDue(attribution.records);
    await importLeaseStore(importLeases).under(async ({ confirm }) => {
      await importLeases.updateOne({ _id: 'lists' }, { $set: { until: late.until } });
      await withDatabases(store, (databases) => syncListings(databases, { ifFree: true }));
      await confirm();
    });
    await withDatabases(store, (databases) => syncListings(databases, { ifFree: true }));
    await attribution.connection.close();
  });

  it('says for whom it waits', async () => {
    const leases = importLeaseStore(connected.records.importLeases);
    const waited: string[] = [];
    let second: Promise<void> | undefined;
    await leases.under(async () => {
      second = leases.under(() => Promise.resolve(), { onWait: (holder) => waited.push(holder) });
      await eventually(() => waited.length > 0);
    });
    await second;
    expect(waited).toEqual([`process ${process.pid} on ${hostname()}`]);
  });

  it('and was lost, is taken again, and what was prepared under it is prepared again', async () => {
    const { records } = connected;
    const folder = listFolder({ 'sdn.csv': sdnRow('900', 'ONE NAME', {}) });
    const versions = listVersionStore(records);
    let steals = 0;
    const steps: string[] = [];
    const [report] = await importLists(
      { store: versions, leases: importLeaseStore(records.importLeases) },
      () => readOfac([folder.path]),
      {
        version: '2020-01-01',
        onStep: ({ text }) => steps.push(text),
        async beforePublish() {
          if (steals++ > 0) return;
          // Another import takes over, removes what no version names, and ends.
          await records.importLeases.updateOne(
            { _id: 'lists' },
            { $set: { holder: 'another', ended: true, until: new Date(0) } },
          );
          await versions.removeUnseen();
        },
      },
    );
    folder.remove();
    expect(report).toMatchObject({ entries: 1, added: 1 });
    expect(steals).toBe(2);
    const once = [
      'comparing ofac-sdn with the versions before',
      'storing ofac-sdn@2020-01-01',
      'publishing ofac-sdn@2020-01-01',
    ];
    expect(steps).toEqual(['reading the files', ...once, ...once]);
    const [stored] = (await versions.all()).filter(({ version }) => version === '2020-01-01');
    expect((await versions.chunks(stored!.chunks.map(({ id }) => id))).size).toBe(1);
    await records.listVersions.deleteMany({});
  });
});

describe('what lists say, brought to attribution', () => {
  const wallet = '0x098b716b8aaf21512996dc57eb0615e2383e2f96';
  const publish = async (version: string, remarks: string, beforePublish = () => Promise.resolve()) => {
    const folder = listFolder({ 'sdn.csv': sdnRow('27307', 'LAZARUS GROUP', { remarks }) });
    const { records } = connected;
    const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
    await importLists(into, () => readOfac([folder.path]), {
      version,
      beforePublish,
      acceptLoss: { kinds: ['wallets'], reason: 'the only one of this list was taken off' },
    });
    folder.remove();
  };
  const sync = () => withDatabases(store, syncListings);
  const listed = `Digital Currency Address - ETH ${wallet}.`;

  it('waits for an import that is under way, since what it read before goes with nothing that is there after', async () => {
    const attribution = await connectAttribution(store);
    await publish('2024-01-01', listed);
    let isDone = false;
    let syncing: Promise<void> | undefined;
    await importLeaseStore(connected.records.importLeases).under(async () => {
      syncing = sync().then(() => void (isDone = true));
      await new Promise((done) => setTimeout(done, 500));
      expect(isDone).toBe(false);
      expect(await attribution.records.attributions.countDocuments()).toBe(0);
    });
    await Promise.all([syncing, sync()]);
    expect(await attribution.records.attributions.distinct('stance')).toEqual(['ASSERTS']);
    await attribution.connection.close();
  });

  it('is an error from the publication on until it is there, and is brought over where that was cut off', async () => {
    const attribution = await connectAttribution(store);
    const logger = createLogger('test', 'silent');
    const subgraph = await openAttribution({ ...store, logger });
    const ask = () =>
      reachOf(subgraph, { id: 'ofac:27307', linkedActorIds: ['ofac:27307'] }, callerOf('analyst'));
    expect((await ask()).completeness).toBe('COMPLETE');
    // Published, and killed before it was brought over.
    await publish('2024-01-02', '-0- ', () => noteSyncDue(attribution.records));
    await expect(ask()).rejects.toThrow('IMPORT_UNFINISHED');
    const keeping = keepListingsSynced(store, logger);
    await eventually(() => ask().catch(() => null));
    await keeping.stop();
    expect((await ask()).completeness).toBe('COMPLETE');
    expect(await attribution.records.attributions.countDocuments({ stance: 'RETRACTS' })).toBe(1);
    await subgraph.close();
    await attribution.connection.close();
  });
});
