/**
 * Measures the run of all customers against a list version that changes 500 of 5,000 entries, over the embedded store:
 * `npm run bench:customers -- [--customers 1000000] [--json]`. Names are made up. Prints the time, the processor time of the
 * process with its store, and the memory.
 */
import { parseArgs } from 'node:util';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@cordon/embedded-mongo';
import { ledgerStore } from '@cordon/ledger';
import { openLease } from '../../shared/mongo/lease';
import { connectSanctions, type SanctionsRecords } from '../../subgraphs/sanctions/connectSanctions';
import { factsDigest } from '../../subgraphs/sanctions/customer/customer.rules';
import { customerStore } from '../../subgraphs/sanctions/customer/customer.store';
import { customerMatchStore } from '../../subgraphs/sanctions/customerMatch/customerMatch.store';
import { screener } from '../../subgraphs/sanctions/customerScreening/screener';
import { screeningBases } from '../../subgraphs/sanctions/customerScreening/screeningBases';
import type { ScreeningStateRecord } from '../../subgraphs/sanctions/customerScreening/screeningState.record';
import { screeningStateStore } from '../../subgraphs/sanctions/customerScreening/screeningState.store';
import { decisionStore } from '../../subgraphs/sanctions/decision/decision.store';
import { importLists } from '../../subgraphs/sanctions/import/importLists';
import { importLeaseStore } from '../../subgraphs/sanctions/importLease/importLease.store';
import { indexLists } from '../../subgraphs/sanctions/list/listsIndex';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { loadLists } from '../../subgraphs/sanctions/list/loadLists';
import { screeningIndexOf } from '../../subgraphs/sanctions/screening/currentScreening';
import { screeningAlertStore } from '../../subgraphs/sanctions/screeningAlert/screeningAlert.store';
import { readingOf } from '../support/customersUp';
import { listEntry } from '../support/listEntries';
import { mulberry32 } from '../support/mulberry32';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});
const count = Number(values.customers);
const changedEntries = 500;
const now = () => new Date('2030-01-01T00:00:00Z');

const random = mulberry32(7);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const syllables =
  'ba be bo da de di ga go ha ja ka ke ki la le li ma me mi na ne ni pa ra re ri sa se sha ta te ti va vi za'.split(
    ' ',
  );
const word = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join('');
const given = Array.from({ length: 2_000 }, word);
const family = Array.from({ length: 50_000 }, word);
const personName = () => `${pick(given)} ${random() < 0.3 ? `${pick(given)} ` : ''}${pick(family)}`;

async function step(records: SanctionsRecords): Promise<void> {
  const states = screeningStateStore(records);
  const lists = indexLists(await loadLists(listVersionStore(records), []));
  const screening = await screeningIndexOf(lists);
  const one = screener({
    customers: customerStore(records.customers),
    matches: customerMatchStore(records.customerMatches),
    alerts: screeningAlertStore(records.screeningAlerts),
    decisions: decisionStore(records, ledgerStore(records.ledger)),
    states,
    bases: screeningBases(states),
    listsNow: () => ({ lists, screening }),
    now,
  });
  const lease = openLease<ScreeningStateRecord>(records.screeningStates, {
    name: 'customers',
    leaseMs: 600_000,
  });
  const held = await lease.take();
  if ('heldBy' in held) throw new Error('the lease is held');
  while (await one.step(held));
  await held.end();
}

/** Customers that are screened against the first version: no name is on it. */
async function insertCustomers(records: SanctionsRecords): Promise<void> {
  for (let from = 0; from < count; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, i) => {
      const facts = {
        kind: 'PERSON' as const,
        name: personName(),
        aliases: [],
        birthDate: random() < 0.8 ? `${1940 + Math.floor(random() * 60)}` : null,
        nationality: random() < 0.8 ? pick(['BG', 'DE', 'US', 'KR']) : null,
        identifiers: [],
      };
      const ownId = `c${String(from + i).padStart(8, '0')}`;
      return {
        _id: `operator:${ownId}`,
        tenant: null,
        ownId,
        ...facts,
        digest: factsDigest(facts),
        revision: 1,
        recordedAt: now(),
        changedAt: now(),
        changedBy: 'bench',
        state: 'SCREENED' as const,
        problem: null,
        screenedAt: now(),
        sequence: 1,
      };
    });
    await records.customers.collection.insertMany(rows as never[]);
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
  const store = await openStore({ folder });
  const { connection, records } = await connectSanctions({ mongoUrl: store.url, databasePrefix: 'bench' });
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  const publish = (version: string, names: readonly string[]) =>
    importLists(
      into,
      () => [
        readingOf(
          'bench',
          names.map((name, i) => listEntry(String(i), name)),
        ),
      ],
      { version, now },
    );
  try {
    const names = Array.from({ length: 5_000 }, personName);
    await publish('2024-01-01', names);
    await customerStore(records.customers).record(
      [
        {
          ownId: 'a',
          facts: {
            kind: 'PERSON',
            name: 'Nobody At All',
            aliases: [],
            birthDate: null,
            nationality: null,
            identifiers: [],
          },
        },
      ],
      { tenant: null, at: now(), by: 'bench' },
    );
    await step(records);
    await insertCustomers(records);
    await publish('2024-01-02', [
      ...names.slice(0, -changedEntries),
      ...Array.from({ length: changedEntries }, personName),
    ]);
    const cpu = process.cpuUsage();
    const start = performance.now();
    await step(records);
    const seconds = (performance.now() - start) / 1_000;
    const used = process.cpuUsage(cpu);
    const [run] = await screeningStateStore(records).runs(1);
    const result = {
      customers: run?.customers,
      kind: run?.kind,
      scored: run?.scored,
      alerts: run?.alerts,
      seconds: Number(seconds.toFixed(1)),
      cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(1)),
      cpuMicrosecondsACustomer: Math.round((used.user + used.system) / count),
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    };
    console.log(values.json ? JSON.stringify(result) : result);
  } finally {
    await connection.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
