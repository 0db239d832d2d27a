import type { Ledger } from '@cordon/ledger';
import type { CheckpointTexts } from './checkpointTexts.store';
import type { LedgerProofs } from './ledgerProofs.store';

/** What the resolvers of the ledger's head and proofs ask for. */
export interface HasLedgerHead {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly stores: { readonly checkpoints: CheckpointTexts; readonly proofs: LedgerProofs };
}
