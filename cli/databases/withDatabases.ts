import { connectAttribution } from '../../subgraphs/attribution/connectAttribution';
import { connectEnforcement } from '../../subgraphs/enforcement/connectEnforcement';
import { connectSanctions } from '../../subgraphs/sanctions/connectSanctions';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { readCliConfig } from '../config/config';
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

export type Sanctions = Awaited<ReturnType<typeof connectSanctions>>['records'];
export type Attribution = Awaited<ReturnType<typeof connectAttribution>>['records'];
type Enforcement = Awaited<ReturnType<typeof connectEnforcement>>;

/** The databases of all three subgraphs. */
export interface Databases {
  readonly sanctions: Sanctions;
  readonly attribution: Attribution;
  readonly enforcement: Enforcement;
}

export function withDatabases<T>(
  target: DatabaseTarget,
  work: (databases: Databases) => Promise<T>,
): Promise<T> {
  return withSanctions(target, (sanctions) =>
    withAttribution(target, (attribution) =>
      withEnforcement(target, (enforcement) => work({ sanctions, attribution, enforcement })),
    ),
  );
}

export async function withSanctions<T>(
  target: DatabaseTarget,
  work: (records: Sanctions) => Promise<T>,
): Promise<T> {
  const { connection, records } = await connectSanctions(target);
  try {
    return await work(records);
  } finally {
    await connection.close();
  }
}

export async function withAttribution<T>(
  target: DatabaseTarget,
  work: (records: Attribution) => Promise<T>,
): Promise<T> {
  const { connection, records } = await connectAttribution(target);
  try {
    return await work(records);
  } finally {
    await connection.close();
  }
}

export async function withEnforcement<T>(
  target: DatabaseTarget,
  work: (database: Enforcement) => Promise<T>,
): Promise<T> {
  const database = await connectEnforcement(target);
  try {
    return await work(database);
  } finally {
    await database.connection.close();
  }
}
