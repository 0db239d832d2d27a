import { createLogger } from '../../shared/logger/logger';
import type { Identity } from '../../shared/identity/identity';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { connectSanctions } from '../../subgraphs/sanctions/connectSanctions';
import { importLists } from '../../subgraphs/sanctions/import/importLists';
import { withdrawVersion } from '../../subgraphs/sanctions/import/withdrawVersion';
import { importLeaseStore } from '../../subgraphs/sanctions/importLease/importLease.store';
import type { ListEntry } from '../../subgraphs/sanctions/list/listEntry';
import type { ListReading } from '../../subgraphs/sanctions/list/listReading';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../subgraphs/sanctions/openSanctions';
import { eventually } from './eventually';
import { callerOf } from './identities';
import { openTestStore, type TestStore } from './openTestStore';

/** The answer as a client sees it: read field by field in the tests. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in enforcementUp
type Json = any;

/** A reading of a list whose entries a test gives. */
export const readingOf = (list: string, entries: readonly ListEntry[]): ListReading => ({
  list,
  file: 'a test',
  publishedOn: null,
  entries: entries.map((entry) => ({ ...entry, list })),
  counts: {
    entries: entries.length,
    aliases: 0,
    addresses: 0,
    wallets: 0,
    relationships: 0,
    relationshipsToOtherLists: 0,
    unresolvedRelationships: 0,
  },
  rows: [],
  quarantined: [],
  absent: [],
});

export interface CustomersUp {
  readonly store: TestStore;
  readonly clock: { now: Date };
  readonly records: Awaited<ReturnType<typeof connectSanctions>>['records'];
  ask(query: string, variables?: object, caller?: Identity): Promise<Json>;
  publish(list: string, version: string, entries: readonly ListEntry[]): Promise<void>;
  withdraw(list: string, version: string): Promise<void>;
  record(customer: object, caller?: Identity): Promise<Json>;
  /** Waits until all customers are screened as they are, against what is in force. */
  screened(): Promise<void>;
  /** Ends the subgraph and opens it again over the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The sanctions subgraph, with lists and customers that a test makes. */
export async function customersUp(options: object = {}): Promise<CustomersUp> {
  const store = await openTestStore();
  const { connection, records } = await connectSanctions(store);
  const clock = { now: new Date('2024-06-01T12:00:00Z') };
  const open = () =>
    openSanctions({
      ...store,
      ...options,
      now: () => clock.now,
      logger: createLogger('sanctions', 'silent'),
    });
  let sanctions: Subgraph = await open();
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  const ask: CustomersUp['ask'] = async (query, variables = {}, caller = callerOf('analyst')) => {
    const request = { query, variables: variables as Record<string, unknown> };
    return JSON.parse(JSON.stringify(await sanctions.execute(request, caller)));
  };
  return {
    store,
    clock,
    records,
    ask,
    async publish(list, version, entries) {
      const acceptLoss = {
        kinds: ['entries', 'aliases', 'births', 'identifiers', 'nationalities', 'programs'] as const,
        reason: 'a test',
      };
      await importLists(into, () => [readingOf(list, entries)], {
        version,
        acceptLoss,
        now: () => new Date('2030-01-01T00:00:00Z'),
      });
    },
    async withdraw(list, version) {
      await withdrawVersion(into, { list, version, reason: 'a test' });
    },
    async record(input, caller) {
      const query = 'mutation($input: CustomerInput!) { recordCustomer(input: $input) { id state } }';
      const { data, errors } = await ask(query, { input }, caller);
      if (errors) throw new Error(JSON.stringify(errors));
      return data.recordCustomer;
    },
    async screened() {
      const query =
        '{ customerScreening { upToDate running { id } } customers(state: PENDING) { totalCount } }';
      await eventually(async () => {
        const { data } = await ask(query);
        const { upToDate, running } = data.customerScreening;
        return upToDate && !running && data.customers.totalCount === 0;
      }, 50);
    },
    async restart() {
      await sanctions.close();
      sanctions = await open();
    },
    async close() {
      await sanctions.close();
      await connection.close();
      await store.close();
    },
  };
}
