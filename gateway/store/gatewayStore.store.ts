import {
  eventRecords,
  type EventRecords,
  type Ledger,
  ledgerCheckpointModel,
  ledgerEventModel,
  ledgerStore,
} from '@cordon/ledger';
import type { Connection } from 'mongoose';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { isObserved, type Observers, noObservers } from '../../shared/metrics/observers';
import { observeLedger } from '../../shared/metrics/observeLedger';
import { observeStore } from '../../shared/metrics/observeStore';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import type { ProofStore } from '../tokens/dpop';
import { readModel } from '../readLog/read.record';
import { type ReadsStore, readsStore } from '../readLog/reads.store';
import { dpopProofModel } from '../tokens/dpopProof.record';
import { dpopProofsStore } from '../tokens/dpopProofs.store';
import { revocationModel } from '../tokens/revocation.record';
import { type RevocationsStore, revocationsStore } from '../tokens/revocations.store';

/** The gateway's own database, `<prefix>_gateway`: what all gateways of a deployment share. */
export interface GatewayStore {
  readonly connection: Connection;
  readonly proofs: ProofStore;
  readonly revocations: RevocationsStore;
  /** The ledger of reads of restricted records. */
  readonly reads: Ledger;
  /** Its events as they are stored. */
  readonly events: EventRecords;
  /** The signed checkpoints of it. */
  readonly checkpoints: ReturnType<typeof ledgerCheckpointModel>;
  /** The same reads, as they are searched. */
  readonly readRows: ReadsStore;
  close(): Promise<void>;
}

/**
 * Reads that end within this time, in milliseconds, share a write to the log. It is what an answer waits at most, beside
 * the write itself, and only where callers come beside each other. A write costs the gateway some 0.4 ms of processor, for
 * one read as for ten.
 */
const readLogIntervalMs = 10;

/** Connects to the gateway's database, and makes its collections. Rejects with StoreUnreachable. */
export async function connectGateway(
  { mongoUrl, databasePrefix }: DatabaseTarget,
  observers: Observers = noObservers,
): Promise<GatewayStore> {
  const connection = await connectMongo({
    url: mongoUrl,
    database: `${databasePrefix}_gateway`,
    isObserved: isObserved(observers),
  });
  observeStore(connection, observers);
  const proofs = dpopProofModel(connection);
  const revocations = revocationModel(connection);
  const events = ledgerEventModel(connection);
  const checkpoints = ledgerCheckpointModel(connection);
  const rows = readModel(connection);
  await createRecords(connection);
  const stored = eventRecords(events);
  const reads = observeLedger(
    ledgerStore(events, { checkpoints, remembersWrites: true, writeIntervalMs: readLogIntervalMs }),
    'reads',
    observers,
  );
  return {
    connection,
    proofs: dpopProofsStore(proofs),
    revocations: revocationsStore(revocations),
    reads,
    events: stored,
    checkpoints,
    readRows: readsStore(rows, { ledger: reads, events: stored }),
    close: () => connection.close(),
  };
}
