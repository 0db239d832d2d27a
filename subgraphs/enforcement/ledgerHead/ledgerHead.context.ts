import type { Ledger } from '@cordon/ledger';
import type { CheckpointTexts } from './checkpointTexts.store';

/** What the resolver of the ledger's head asks for. */
export interface HasLedgerHead {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly stores: { readonly checkpoints: CheckpointTexts };
}
