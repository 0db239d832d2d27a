import {
  type Checkpoint,
  type Checkpoints,
  type CheckpointSigner,
  checkpointStore,
  eventRecords,
  type EventRecords,
  ledgerCheckpointModel,
  ledgerEventModel,
  type PublicJwk,
} from '@cordon/ledger';
import { connectMongo } from '../../shared/mongo/connect';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { type CliConfig, readCliConfig } from '../config/config';
import { openStoreForCommand } from '../databases/openStoreFor';
import { withEnforcement } from '../databases/withDatabases';

export interface LedgerOptions {
  readonly dataDir?: string;
}

/** The ledger that the commands work on; its checkpoints carry this name. */
export const ledgerName = 'enforcement';

export function ledgerConfig({ dataDir }: LedgerOptions): CliConfig {
  const read = readCliConfig(process.env);
  return dataDir ? { ...read, dataDir } : read;
}

export interface OpenLedger {
  readonly events: EventRecords;
  readonly checkpoints: Checkpoints;
  /** The database of its projections. */
  readonly target: DatabaseTarget;
}

/** Opens the ledger beside a running server or without one. */
export async function withLedger(
  config: CliConfig,
  keys: readonly PublicJwk[],
  work: (ledger: OpenLedger) => Promise<void>,
): Promise<void> {
  const store = await openStoreForCommand(config);
  try {
    const database = `${config.databasePrefix}_${ledgerName}`;
    const connection = await connectMongo({ url: store.url, database });
    try {
      const events = eventRecords(ledgerEventModel(connection));
      const records = ledgerCheckpointModel(connection);
      const checkpoints = checkpointStore({ ledger: ledgerName, events, records, keys });
      const target = { mongoUrl: store.url, databasePrefix: config.databasePrefix };
      await work({ events, checkpoints, target });
    } finally {
      await connection.close();
    }
  } finally {
    await store.close();
  }
}

/**
 * Rejects a ledger that has lost events that its views reflect.
 * @throws LedgerDamaged
 */
export const rejectLostTail = ({ target }: OpenLedger): Promise<void> =>
  withEnforcement(target, (database) => database.rejectLostTail());

/**
 * Signs the ledger as it is, unless an event was edited or removed, also one that an earlier checkpoint covers. Reads every
 * event. Undefined for an empty ledger.
 * @throws LedgerDamaged
 */
export async function takeCheckpoint(
  ledger: OpenLedger,
  signer: CheckpointSigner,
): Promise<Checkpoint | undefined> {
  await withEnforcement(ledger.target, async (database) => {
    await database.verifyChain();
    await database.rejectLostTail();
  });
  return ledger.checkpoints.take(signer, new Date());
}
