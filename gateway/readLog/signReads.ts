import {
  checkpointSigner,
  checkpointStore,
  type EventRecords,
  keepCheckpoints,
  type Ledger,
  type ledgerCheckpointModel,
  publicJwk,
} from '@cordon/ledger';
import type { Logger } from '../../shared/logger/logger';
import { readLogName } from './readLogName';
import type { ReadsStore } from './reads.store';

/** The keys of the checkpoints. */
export interface ReadLogKeys {
  /** The private key that signs, 32 bytes in hex. Omitted: nothing is signed. */
  readonly ledgerKey?: string | undefined;
  /** The `x` of the public keys that signed before. */
  readonly retiredLedgerKeys: readonly string[];
}

export interface SignedReads {
  readonly reads: Pick<Ledger, 'head'>;
  readonly readRows: Pick<ReadsStore, 'rejectLostTail'>;
  readonly events: EventRecords;
  readonly checkpoints: ReturnType<typeof ledgerCheckpointModel>;
}

/** Signs checkpoints of the log of reads while this gateway runs. One that has lost events is not signed. */
export function signReads(
  { reads, readRows, events, checkpoints }: SignedReads,
  { ledgerKey, retiredLedgerKeys }: ReadLogKeys,
  logger: Logger,
): { close(): Promise<void> } {
  if (ledgerKey === undefined) return { close: async () => undefined };
  const signer = checkpointSigner(ledgerKey);
  return keepCheckpoints({
    ledger: {
      async head() {
        await readRows.rejectLostTail();
        return reads.head();
      },
    },
    checkpoints: checkpointStore({
      ledger: readLogName,
      events,
      records: checkpoints,
      keys: [signer.publicJwk, ...retiredLedgerKeys.map(publicJwk)],
    }),
    signer,
    onError: (err) => logger.error({ err }, 'no checkpoint of the read log could be taken'),
  });
}
