import type { Connection, Model } from 'mongoose';
import type { LedgerEventRecord } from '../../packages/ledger/src/ledgerEvent.record';
import { type Ledger, type LedgerEvent, ledgerEventModel, ledgerStore, type NewEvent } from '@cordon/ledger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { databasesOn, openTestStore, type TestStore } from './openTestStore';

export interface LedgerUp {
  readonly ledger: Ledger;
  /** The records that a tamperer with the database can reach. */
  readonly records: Model<LedgerEventRecord>;
  readonly connection: Connection;
  readonly mongoUrl: string;
  readonly database: string;
  /** Another writer: as another process has it, with a connection and a memory of its own. */
  another(now?: () => Date): Promise<Ledger>;
  all(): Promise<LedgerEvent[]>;
  close(): Promise<void>;
}

/** An empty ledger over a real store: one of its own, or one that is given. */
export async function ledgerUp(given?: TestStore): Promise<LedgerUp> {
  const store = given ? databasesOn(given) : await openTestStore();
  const database = `${store.databasePrefix}_ledger`;
  const connections: Connection[] = [];
  const open = async () => {
    const connection = await connectMongo({ url: store.mongoUrl, database });
    connections.push(connection);
    const records = ledgerEventModel(connection);
    await createRecords(connection);
    return { connection, records };
  };
  const { connection, records } = await open();
  const ledger = ledgerStore(records);
  return {
    ledger,
    records,
    connection,
    mongoUrl: store.mongoUrl,
    database,
    another: async (itsNow) => ledgerStore((await open()).records, itsNow ? { now: itsNow } : {}),
    all: () => collect(ledger.read({ after: 0 })),
    async close() {
      for (const one of connections) await one.close();
      await store.close();
    },
  };
}

/** An event for tests; `n` makes it one of many. */
export const eventOf = (n: number | string, more: Partial<NewEvent> = {}): NewEvent => ({
  happenedAt: '2024-01-01T00:00:00.000Z',
  type: 'NOTED',
  payload: { n: String(n), text: 'ein Ölfaß “quoted”\n' },
  maker: 'tester',
  ...more,
});

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
