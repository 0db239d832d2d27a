import DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import { movementsBySeqs, type NamedMovement } from './namedMovement';
import { requestSieve, type Sieve } from './sieve';
import type { StoredTransaction } from './transaction.view';
import type { TransferRecord } from './transfer.record';
import type { TransferStore } from './transfer.store';
import { type TransferPageKey, transferPages, type UtxoPageKey, utxoPages } from './transferPages.loader';
import type { UtxoTransactionRecord } from './utxoTransaction.record';

/** Transfers by page, and one by one. */
export interface HasTransfers {
  readonly transferPages: DataLoader<TransferPageKey, readonly TransferRecord[], string>;
  readonly utxoPages: DataLoader<UtxoPageKey, readonly UtxoTransactionRecord[], string>;
  /** The movement that a seq, as text, names: a transfer, or an output of a UTXO transaction. */
  readonly movementBySeq: DataLoader<string, NamedMovement | null>;
  /** The stored parts of a transaction, by `<chain>:<hash>`. */
  readonly transactionById: DataLoader<string, StoredTransaction>;
  /** The chains of which transfers are known, CAIP-2. */
  readonly chainsOfTransfers: () => Promise<readonly string[]>;
  /** Runs filtered pages: those that examine more rows than they show. */
  readonly sieve: Sieve;
}

export const loadTransfers = (transfers: TransferStore): HasTransfers => ({
  transferPages: transferPages(transfers),
  utxoPages: utxoPages(transfers),
  movementBySeq: loadOne(
    (seqs: readonly string[]) => movementsBySeqs(transfers, seqs.map(Number)),
    ({ seq }) => String(seq),
  ),
  transactionById: new DataLoader((ids) => Promise.all(ids.map((id) => transfers.transaction(id))), {
    maxBatchSize: 100,
  }),
  chainsOfTransfers: () => transfers.chainsOfTransfers(),
  sieve: requestSieve(),
});
