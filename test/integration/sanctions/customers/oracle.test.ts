import fc from 'fast-check';
import '../../../support/propertySeed';
import { ledgerStore } from '@cordon/ledger';
import { openLease } from '../../../../shared/mongo/lease';
import { connectSanctions, type SanctionsRecords } from '../../../../subgraphs/sanctions/connectSanctions';
import { readCustomer } from '../../../../subgraphs/sanctions/customer/customer.rules';
import { customerStore } from '../../../../subgraphs/sanctions/customer/customer.store';
import { customerMatchStore } from '../../../../subgraphs/sanctions/customerMatch/customerMatch.store';
import { entriesInForce } from '../../../../subgraphs/sanctions/customerScreening/listState.rules';
import { screenCustomer } from '../../../../subgraphs/sanctions/customerScreening/screenCustomer';
import { screener, type ScreenerParts } from '../../../../subgraphs/sanctions/customerScreening/screener';
import { screeningBases } from '../../../../subgraphs/sanctions/customerScreening/screeningBases';
import { screeningStateStore } from '../../../../subgraphs/sanctions/customerScreening/screeningState.store';
import type { ScreeningStateRecord } from '../../../../subgraphs/sanctions/customerScreening/screeningState.record';
import { decisionStore } from '../../../../subgraphs/sanctions/decision/decision.store';
import { importLists } from '../../../../subgraphs/sanctions/import/importLists';
import { withdrawVersion } from '../../../../subgraphs/sanctions/import/withdrawVersion';
import { importLeaseStore } from '../../../../subgraphs/sanctions/importLease/importLease.store';
import { indexLists } from '../../../../subgraphs/sanctions/list/listsIndex';
import type { ListEntry } from '../../../../subgraphs/sanctions/list/listEntry';
import { listVersionStore } from '../../../../subgraphs/sanctions/list/listVersion.store';
import { loadLists } from '../../../../subgraphs/sanctions/list/loadLists';
import { screeningIndexOf } from '../../../../subgraphs/sanctions/screening/currentScreening';
import { screeningAlertStore } from '../../../../subgraphs/sanctions/screeningAlert/screeningAlert.store';
import { readingOf } from '../../../support/customersUp';
import { listEntry } from '../../../support/listEntries';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

/**
 * Versions of two lists, withdrawals, corrections and changes of customers in random order, and a process that is killed at
 * random writes. What is kept in the end is what screening all customers from scratch gives.
 */

const now = () => new Date('2030-01-01T00:00:00Z');
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

class Killed extends Error {}

/** Lets the process die at one of its next writes, before or after the write. */
function mortal(parts: ScreenerParts, writes: number): ScreenerParts {
  let left = writes;
  const dies = <Args extends unknown[], T>(write: (...args: Args) => Promise<T>) => {
    return async (...args: Args): Promise<T> => {
      left--;
      if (left === 0) throw new Killed();
      const done = await write(...args);
      left--;
      if (left === 0) throw new Killed();
      return done;
    };
  };
  return {
    ...parts,
    alerts: { ...parts.alerts, append: dies(parts.alerts.append) },
    matches: { ...parts.matches, put: dies(parts.matches.put) },
    customers: { ...parts.customers, noteScreened: dies(parts.customers.noteScreened) },
    states: { ...parts.states, put: dies(parts.states.put), forgetBefore: dies(parts.states.forgetBefore) },
  };
}

async function partsOver(records: SanctionsRecords): Promise<ScreenerParts> {
  const states = screeningStateStore(records);
  const lists = indexLists(await loadLists(listVersionStore(records), []));
  const screening = await screeningIndexOf(lists);
  return {
    customers: customerStore(records.customers),
    matches: customerMatchStore(records.customerMatches),
    alerts: screeningAlertStore(records.screeningAlerts),
    states,
    decisions: decisionStore(records, ledgerStore(records.ledger)),
    bases: screeningBases(states),
    listsNow: () => ({ lists, screening }),
    now,
  };
}

/** Screens to the end, with deaths on the way. */
async function screenAll(records: SanctionsRecords, deaths: readonly number[]): Promise<void> {
  const lease = openLease<ScreeningStateRecord>(records.screeningStates, {
    name: 'customers',
    leaseMs: 60_000,
  });
  for (const writes of [...deaths, Infinity]) {
    const one = screener(mortal(await partsOver(records), writes));
    const held = await lease.take();
    if ('heldBy' in held) throw new Error('the lease is held');
    try {
      if (held.wasCutOff) await one.resume();
      while (await one.step(held));
      await held.end();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      await held.abandon();
    }
  }
}

const surnames = ['Velikov', 'Tarnow', 'Mordanov', 'Oloffson', 'Kim', 'Baltrusch'];
const names = ['Ivan', 'Elise', 'Song Min', 'Mikhail', 'Greta'];
const name = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...surnames))
  .map((parts) => parts.join(' '));
const written = fc
  .tuple(name, fc.constantFrom('', ' ', 'Ltd', 'Trading'))
  .map(([text, more]) => (more === ' ' ? text.replaceAll(' ', '') : `${text} ${more}`.trim()));
const birthYear = fc.constantFrom(null, '1961', '1970');
const entry = fc.record({
  number: fc.integer({ min: 1, max: 12 }),
  name: fc.oneof(
    name,
    name.map((text) => text.toUpperCase()),
    fc.constantFrom('김송민', '金松民'),
  ),
  aka: fc.array(name, { maxLength: 2 }),
  birth: birthYear,
  identifier: fc.constantFrom(null, 'AB 12345', 'C 777888'),
});
const entries = fc.uniqueArray(entry, { maxLength: 8, selector: ({ number }) => number });
const customer = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((n) => `c${n}`),
  tenant: fc.constantFrom(null, 'north'),
  name: fc.oneof(written, fc.constantFrom('金松民')),
  aliases: fc.array(written, { maxLength: 1 }),
  birthDate: birthYear,
  identifiers: fc.constantFrom([], ['AB-12345'], ['c777888']),
});
const list = fc.constantFrom('list-a', 'list-b');
const day = fc.integer({ min: 1, max: 6 }).map((n) => `2024-01-0${n}`);
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('customers' as const),
      given: fc.array(customer, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('publish' as const), list, day, entries }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), list, day }) },
);
const round = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 3 }),
  deaths: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
});

function listed({
  number,
  name: text,
  aka,
  birth,
  identifier,
}: typeof entry extends fc.Arbitrary<infer T> ? T : never): ListEntry {
  return listEntry(String(number), text, {
    aka,
    births: birth ? [{ text: birth, from: `${birth}-01-01`, to: `${birth}-12-31`, circa: false }] : [],
    identifiers: identifier ? [{ kind: 'Passport', value: identifier, country: null, text: identifier }] : [],
  });
}

async function perform(records: SanctionsRecords, one: typeof act extends fc.Arbitrary<infer T> ? T : never) {
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  if (one.kind === 'customers') {
    for (const { tenant, ...given } of one.given) {
      const read = readCustomer(given, '2030-01-01');
      if ('problem' in read) throw new Error(read.problem);
      await customerStore(records.customers).record([read.row], { tenant, at: now(), by: 'test' });
    }
  } else if (one.kind === 'publish') {
    // A list is never empty.
    const all = [...one.entries.map(listed), listEntry('99', 'Nobody At All')];
    const acceptLoss = {
      kinds: ['entries', 'aliases', 'births', 'identifiers', 'nationalities', 'programs'] as const,
      reason: 'a test',
    };
    await importLists(into, () => [readingOf(one.list, all)], { version: one.day, now, acceptLoss }).catch(
      (error: unknown) => {
        if (!/was withdrawn/.test(String(error))) throw error;
      },
    );
  } else {
    await withdrawVersion(into, { list: one.list, version: one.day, reason: 'a test' }).catch(
      () => undefined,
    );
  }
}

/** The matches that screening everybody from scratch gives, by the same counts of words. */
async function fromScratch(records: SanctionsRecords): Promise<object[]> {
  const { states, listsNow } = await partsOver(records);
  const { lists } = listsNow();
  if (lists.versions.length === 0) return [];
  const { done } = await states.read();
  if (!done) return [];
  const index = await screeningBases(states).whole(lists, done.wordsOf);
  const force = entriesInForce(lists);
  const customers = await records.customers.find().sort({ _id: 1 }).lean();
  return customers.flatMap((one) =>
    screenCustomer(index, one).found.map(({ list: of, entry: number, evidence }) => ({
      customerId: one._id,
      list: of,
      entry: number,
      score: Math.round(evidence.score * 10_000),
      matchedName: evidence.matchedName,
      queryName: evidence.queryName,
      entryDigest: force.lists.get(of)?.get(number)?.digest,
      customerDigest: one.digest,
    })),
  );
}

const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

async function kept(records: SanctionsRecords): Promise<object[]> {
  const matches = await customerMatchStore(records.customerMatches).everOfCustomers(
    (await records.customers.find({}, { _id: 1 }).lean()).map(({ _id }) => _id),
  );
  return matches
    .filter(({ isPresent }) => isPresent)
    .map(({ customerId, list: of, entry: number, score, evidence, entryDigest, customerDigest }) => ({
      customerId,
      list: of,
      entry: number,
      score,
      matchedName: evidence.matchedName,
      queryName: evidence.queryName,
      entryDigest,
      customerDigest,
    }));
}

/** The alerts of each match come and go by turns, without a gap, and the last says what the match is. */
async function checkAlerts(records: SanctionsRecords): Promise<void> {
  const alerts = await records.screeningAlerts.find().sort({ feed: 1, number: 1 }).lean();
  const matches = await records.customerMatches.find().lean();
  for (const feed of new Set(alerts.map((alert) => alert.feed))) {
    const numbers = alerts.filter((alert) => alert.feed === feed).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  }
  for (const match of matches) {
    const own = alerts.filter(({ matchId }) => matchId === match._id);
    expect(own.map(({ change }) => change)).toEqual(own.map((_, i) => (i % 2 === 0 ? 'APPEARED' : 'GONE')));
    expect([own.length, own.at(-1)?.change === 'APPEARED']).toEqual([match.alerts, match.isPresent]);
  }
  expect(new Set(alerts.map(({ matchId }) => matchId)).size).toBe(matches.length);
}

let worlds = 0;

it('keeps what screening all from scratch gives, each change once, over kills', async () => {
  let matched = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
      const databasePrefix = `${store.databasePrefix}_${++worlds}`;
      const { connection, records } = await connectSanctions({ ...store, databasePrefix });
      try {
        await perform(records, { kind: 'publish', list: 'list-a', day: '2024-01-01', entries: [] });
        for (const { acts, deaths } of rounds) {
          for (const one of acts) await perform(records, one);
          await screenAll(records, deaths);
          const found = await kept(records);
          matched += found.length;
          expect(inOrder(found)).toEqual(inOrder(await fromScratch(records)));
          await checkAlerts(records);
        }
      } finally {
        await connection.close();
      }
    }),
    { numRuns: 5 },
  );
  expect(matched).toBeGreaterThan(5);
}, 300_000);
