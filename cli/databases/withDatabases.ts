import type { GatewayStore } from '../../gateway/store/gatewayStore.store';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { readCliConfig } from '../config/config';
import { type DatabaseOf, deployables, type SubgraphName, subgraphNames } from '../deployables';
import { openStoreForCommand } from './openStoreFor';

/** Runs a command over the configured store: of a running server, a MongoDB server, or the data folder itself. */
export async function withStore<T>(
  dataDir: string | undefined,
  work: (target: DatabaseTarget) => Promise<T>,
): Promise<T> {
  const config = readCliConfig(process.env);
  const store = await openStoreForCommand(dataDir ? { ...config, dataDir } : config);
  try {
    return await work({ mongoUrl: store.url, databasePrefix: config.databasePrefix });
  } finally {
    await store.close();
  }
}

export type Sanctions = DatabaseOf<'sanctions'>;
export type Attribution = DatabaseOf<'attribution'>;
type Enforcement = DatabaseOf<'enforcement'>;

/** The databases of all subgraphs. */
export type Databases = { readonly [Name in SubgraphName]: DatabaseOf<Name> };

/** Opens the databases of all subgraphs for a piece of work, and closes them after it. */
export async function withDatabases<T>(
  target: DatabaseTarget,
  work: (databases: Databases) => Promise<T>,
): Promise<T> {
  const opened: { close(): Promise<void> }[] = [];
  try {
    const databases: Partial<Record<SubgraphName, unknown>> = {};
    for (const name of subgraphNames) {
      const { connection, database } = await deployables[name].connect(target);
      opened.unshift(connection);
      databases[name] = database;
    }
    return await work(databases as Databases);
  } finally {
    for (const connection of opened) await connection.close();
  }
}

async function withDatabase<Database, T>(
  connecting: Promise<{ readonly connection: { close(): Promise<void> }; readonly database: Database }>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { connection, database } = await connecting;
  try {
    return await work(database);
  } finally {
    await connection.close();
  }
}

export const withSanctions = <T>(target: DatabaseTarget, work: (records: Sanctions) => Promise<T>) =>
  withDatabase(deployables.sanctions.connect(target), work);

export const withAttribution = <T>(target: DatabaseTarget, work: (records: Attribution) => Promise<T>) =>
  withDatabase(deployables.attribution.connect(target), work);

export const withEnforcement = <T>(target: DatabaseTarget, work: (database: Enforcement) => Promise<T>) =>
  withDatabase(deployables.enforcement.connect(target), work);

/** Opens the gateway's own database for a piece of work, and closes it after it. */
export async function withGateway<T>(
  target: DatabaseTarget,
  work: (store: GatewayStore) => Promise<T>,
): Promise<T> {
  const { connectGateway } = await import('../../gateway/store/gatewayStore.store.js');
  const store = await connectGateway(target);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
