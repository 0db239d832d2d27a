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
  verifyChain,
} from '@cordon/ledger';
import { connectMongo } from '../../shared/mongo/connect';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { type CliConfig, readCliConfig } from '../config/config';
import { openStoreForCommand } from '../databases/openStoreFor';
import { withEnforcement, withGateway } from '../databases/withDatabases';
import { withDecisions } from './decisionsLedger';
import type { LedgerName } from './ledgerNames';

export interface LedgerOptions {
  readonly dataDir?: string;
  /** Default: enforcement. */
  readonly ledger?: LedgerName;
}

export const ledgerOf = ({ ledger = 'enforcement' }: LedgerOptions): LedgerName => ledger;

export function ledgerConfig({ dataDir }: LedgerOptions): CliConfig {
  const read = readCliConfig(process.env);
  return dataDir ? { ...read, dataDir } : read;
}

export interface OpenLedger {
  readonly name: LedgerName;
  readonly events: EventRecords;
  readonly checkpoints: Checkpoints;
  /** The database of its projections. */
  readonly target: DatabaseTarget;
}

/** Opens a ledger beside a running server or without one. */
export async function withLedger(
  config: CliConfig,
  { name, keys }: { readonly name: LedgerName; readonly keys: readonly PublicJwk[] },
  work: (ledger: OpenLedger) => Promise<void>,
): Promise<void> {
  const store = await openStoreForCommand(config);
  try {
    const database = `${config.databasePrefix}_${deployableOf[name]}`;
    const connection = await connectMongo({ url: store.url, database });
    try {
      const events = eventRecords(ledgerEventModel(connection));
      const records = ledgerCheckpointModel(connection);
      const checkpoints = checkpointStore({ ledger: name, events, records, keys });
      const target = { mongoUrl: store.url, databasePrefix: config.databasePrefix };
      await work({ name, events, checkpoints, target });
    } finally {
      await connection.close();
    }
  } finally {
    await store.close();
  }
}

const deployableOf: Readonly<Record<LedgerName, string>> = {
  enforcement: 'enforcement',
  reads: 'gateway',
  decisions: 'sanctions',
};

/**
 * Rejects a ledger that has lost events that its views or rows reflect.
 * @throws LedgerDamaged
 */
export function rejectLostTail({ name, target }: OpenLedger): Promise<void> {
  switch (name) {
    case 'reads':
      return withGateway(target, ({ readRows }) => readRows.rejectLostTail());
    case 'decisions':
      return withDecisions(target, (decisions) => decisions.rejectLostTail());
    case 'enforcement':
      return withEnforcement(target, (database) => database.rejectLostTail());
  }
}

/**
 * Signs the ledger as it is, unless an event was edited or removed, also one that an earlier checkpoint covers. Reads every
 * event. Undefined for an empty ledger.
 * @throws LedgerDamaged
 */
export async function takeCheckpoint(
  ledger: OpenLedger,
  signer: CheckpointSigner,
): Promise<Checkpoint | undefined> {
  await verifyChain(ledger.events);
  await rejectLostTail(ledger);
  return ledger.checkpoints.take(signer, new Date());
}
