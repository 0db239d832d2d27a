import type { Model } from 'mongoose';
import type { TransferRecord } from './transfer.record';
import { isUtxoChain } from './utxoChain.rules';
import type { UtxoTransactionRecord } from './utxoTransaction.record';
import { isUtxo, type NewMovement } from './newTransfer';

/** Returns the identity of a transaction in either shape. */
const transactionOf = ({ chain, tx }: Pick<NewMovement, 'chain' | 'tx'>) => `${chain}:${tx}`;

/** The transactions that are stored in the other shape: in both, their value would count twice. */
export interface OtherShape {
  /** Returns the reason why it is not stored, or null. */
  problemOf(movement: NewMovement): string | null;
  /** It is being stored: what comes later in the batch is compared with it too. */
  note(movement: NewMovement): void;
}

export async function inOtherShape(
  records: {
    readonly transfers: Model<TransferRecord>;
    readonly utxoTransactions: Model<UtxoTransactionRecord>;
  },
  batch: readonly NewMovement[],
): Promise<OtherShape> {
  const rows = batch.filter((movement) => !isUtxo(movement) && isUtxoChain(movement.chain));
  const utxoKnown = new Set<string>();
  if (rows.length > 0) {
    const ids = [...new Set(rows.map(transactionOf))];
    const found = await records.utxoTransactions
      .find({ _id: { $in: ids } }, { _id: 1 })
      .lean<Pick<UtxoTransactionRecord, '_id'>[]>();
    for (const { _id } of found) utxoKnown.add(_id);
  }
  const rowsKnown = new Set<string>();
  const whole = batch.filter(isUtxo);
  if (whole.length > 0) {
    // The ids of a transaction's rows begin with its own and a colon; `;` is the character after it.
    const ranges = whole.map(({ _id }) => ({ _id: { $gt: `${_id}:`, $lt: `${_id};` } }));
    const found = await records.transfers
      .find({ $or: ranges }, { chain: 1, tx: 1 })
      .lean<Pick<TransferRecord, '_id' | 'chain' | 'tx'>[]>();
    for (const row of found) rowsKnown.add(transactionOf(row));
  }
  return {
    problemOf(movement) {
      const known = isUtxo(movement) ? rowsKnown : utxoKnown;
      if (!known.has(transactionOf(movement))) return null;
      const shape = isUtxo(movement)
        ? 'as rows from one wallet to another'
        : 'whole, with inputs and outputs';
      return `transaction ${movement.tx} is stored already ${shape}: in both forms its value would count twice`;
    },
    note(movement) {
      if (isUtxo(movement)) utxoKnown.add(movement._id);
      else if (isUtxoChain(movement.chain)) rowsKnown.add(transactionOf(movement));
    },
  };
}
