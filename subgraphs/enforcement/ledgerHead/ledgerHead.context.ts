import type { Ledger } from '@cordon/ledger';
import type { LedgerCheck } from '../projection/watchProjections';
import type { CheckpointTexts } from './checkpointTexts.store';
import type { LedgerProofs } from './ledgerProofs.store';

/** The part of the context that the resolvers of the ledger's head and proofs use. */
export interface HasLedgerHead {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly stores: {
    readonly checkpoints: CheckpointTexts;
    readonly proofs: LedgerProofs;
    readonly lastCheck: () => LedgerCheck | null;
  };
}
