import { ledgerStore } from '@cordon/ledger';
import { openLease } from '../../../../shared/mongo/lease';
import { customerStore } from '../../../../subgraphs/sanctions/customer/customer.store';
import { customerMatchStore } from '../../../../subgraphs/sanctions/customerMatch/customerMatch.store';
import { screener } from '../../../../subgraphs/sanctions/customerScreening/screener';
import { screeningBases } from '../../../../subgraphs/sanctions/customerScreening/screeningBases';
import {
  stateId,
  screeningStateStore,
} from '../../../../subgraphs/sanctions/customerScreening/screeningState.store';
import { connectSanctions } from '../../../../subgraphs/sanctions/connectSanctions';
import { decisionStore } from '../../../../subgraphs/sanctions/decision/decision.store';
import { importLists } from '../../../../subgraphs/sanctions/import/importLists';
import { importLeaseStore } from '../../../../subgraphs/sanctions/importLease/importLease.store';
import type { ListEntry } from '../../../../subgraphs/sanctions/list/listEntry';
import { indexLists } from '../../../../subgraphs/sanctions/list/listsIndex';
import { listVersionStore } from '../../../../subgraphs/sanctions/list/listVersion.store';
import { loadLists } from '../../../../subgraphs/sanctions/list/loadLists';
import { screeningIndexOf } from '../../../../subgraphs/sanctions/screening/currentScreening';
import { screeningAlertStore } from '../../../../subgraphs/sanctions/screeningAlert/screeningAlert.store';
import { readingOf } from '../../../support/customersUp';
import { listEntry } from '../../../support/listEntries';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

let store: TestStore;
let connected: Awaited<ReturnType<typeof connectSanctions>>;
beforeEach(async () => {
  store = await openTestStore();
  connected = await connectSanctions(store);
});
afterEach(async () => {
  await connected.connection.close();
  await store.close();
});

const velikov = listEntry('1', 'VELIKOV, Ivan');
/** So many that words weigh otherwise where most of them go. */
const others = Array.from({ length: 1_100 }, (_, i) => listEntry(String(100 + i), `PARTY NUMBER${i}`));
/** More than one step of a run goes through. */
const crowd = 2_000;

async function publish(version: string, entries: readonly ListEntry[]) {
  const { records } = connected;
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  await importLists(into, () => [readingOf('test-list', entries)], {
    version,
    acceptLoss: { kinds: ['entries'], reason: 'a test' },
    now: () => new Date('2030-01-01T00:00:00Z'),
  });
  const lists = indexLists(await loadLists(into.store, []));
  return { lists, screening: await screeningIndexOf(lists) };
}

interface Steps {
  readonly clock: { now: Date };
  /** Changes what is in force. */
  setLists(version: string, entries: readonly ListEntry[]): Promise<void>;
  step(): Promise<boolean>;
  /** All steps that there are to do. */
  run(): Promise<void>;
  /** What became of matches, in the order of the feed. */
  alerts(): Promise<string[]>;
}

/** The steps of screening one by one, over a customer of this id who is on the list, and a crowd who are not. */
async function stepsWith(ownId: string): Promise<Steps> {
  const { records } = connected;
  const clock = { now: new Date('2024-06-01T12:00:00Z') };
  let listsNow = await publish('2024-01-01', [velikov, ...others]);
  const states = screeningStateStore(records);
  const customers = customerStore(records.customers);
  const steps = screener({
    customers,
    matches: customerMatchStore(records.customerMatches),
    alerts: screeningAlertStore(records.screeningAlerts),
    states,
    decisions: decisionStore(records, ledgerStore(records.ledger)),
    bases: screeningBases(states),
    listsNow: () => listsNow,
    now: () => clock.now,
  });
  const lease = await openLease(records.screeningStates, { name: stateId, leaseMs: 600_000 }).take();
  if ('heldBy' in lease) throw new Error('another process holds the lease');
  const given = (id: string, name: string) => ({
    ownId: id,
    facts: {
      kind: 'UNKNOWN' as const,
      name,
      aliases: [],
      birthDate: null,
      nationality: null,
      identifiers: [],
    },
  });
  const all = Array.from({ length: crowd }, (_, i) => given(`m${i}`, 'Greta Nobody'));
  all.push(given(ownId, 'Ivan Velikov'));
  await customers.record(all, { tenant: null, at: clock.now, by: 'a test' });
  const run = async () => {
    while (await steps.step(lease));
  };
  await run();
  return {
    clock,
    async setLists(version, entries) {
      listsNow = await publish(version, entries);
    },
    step: () => steps.step(lease),
    run,
    alerts: async () =>
      (await records.screeningAlerts.find().sort({ number: 1 }).lean()).map(
        ({ change, cause }) => `${change} ${cause}`,
      ),
  };
}

/** A decision on the match, in force until the end of the day. */
async function decideForADay(verdict: 'TRUE_MATCH' | 'FALSE_POSITIVE') {
  const { records } = connected;
  const [match] = await records.customerMatches.find().lean();
  await records.decisions.create({
    _id: match!._id,
    sequence: 1,
    event: 1,
    state: 'IN_FORCE',
    verdict,
    reason: 'a test',
    by: 'ann',
    issuer: 'a test',
    at: new Date('2024-06-01T12:00:00Z'),
    expiresOn: '2024-06-01',
    digest: 'a',
    score: 10_000,
    entryDigest: match!.entryDigest,
    version: '2024-01-01',
    grounds: [],
  });
}

it('tells that a match went also where its decision expired during the run', async () => {
  const { clock, setLists, run, alerts } = await stepsWith('z');
  await decideForADay('TRUE_MATCH');
  clock.now = new Date('2024-06-02T00:00:01Z');
  await setLists('2024-02-01', others);
  await run();
  expect(await alerts()).toEqual([
    'APPEARED CUSTOMER_RECORDED',
    'REOPENED DECISION_EXPIRED',
    'GONE ENTRY_REMOVED',
  ]);
});

it('appears once where its decision expired while its entry was gone', async () => {
  const { clock, setLists, run, alerts } = await stepsWith('z');
  await decideForADay('FALSE_POSITIVE');
  await setLists('2024-02-01', others);
  await run();
  expect(await alerts()).toEqual(['APPEARED CUSTOMER_RECORDED']);
  clock.now = new Date('2024-06-02T00:00:01Z');
  await run();
  await setLists('2024-03-01', [velikov, ...others]);
  await run();
  expect(await alerts()).toEqual(['APPEARED CUSTOMER_RECORDED', 'APPEARED ENTRY_ADDED']);
});

it('tells the problem of a customer anew in a full run', async () => {
  const { setLists, run } = await stepsWith('a');
  const { customers } = connected.records;
  // As other rules left them.
  await customers.updateOne({ ownId: 'm1' }, { $set: { state: 'PROBLEM', problem: 'an old one' } });
  await customers.updateOne({ ownId: 'm2' }, { $set: { name: 'Greta N\uFFFDbody' } });
  await setLists('2024-02-01', [velikov, ...others.slice(0, 10)]);
  await run();
  const [first, second] = await customers
    .find({ ownId: { $in: ['m1', 'm2'] } })
    .sort({ _id: 1 })
    .lean();
  expect(first).toMatchObject({ state: 'SCREENED', problem: null });
  expect(second).toMatchObject({ state: 'PROBLEM', problem: expect.stringContaining('U+FFFD') });
});

it('keeps a match where a full run is given up, as the lists become again what they were', async () => {
  const { setLists, step, run, alerts } = await stepsWith('a');
  const { records } = connected;
  await setLists('2024-02-01', others.slice(0, 10));
  await step();
  expect((await records.screeningStates.findOne().lean())?.job).toMatchObject({
    kind: 'FULL',
    customers: 2_000,
  });
  expect(await records.customerMatches.find().lean()).toMatchObject([{ isPresent: false }]);
  await setLists('2024-03-01', [velikov, ...others]);
  await run();
  expect(await records.customerMatches.find().lean()).toMatchObject([{ isPresent: true }]);
  expect(await alerts()).toEqual(['APPEARED CUSTOMER_RECORDED', 'GONE FULL_RUN', 'APPEARED FULL_RUN']);
});
