import type { Model } from 'mongoose';
import { isVoid } from '../sequence/transferLease.store';
import type { StoredTransaction } from './transaction.view';
import type { TransferRecord } from './transfer.record';
import type { UtxoTransactionRecord } from './utxoTransaction.record';

/** The only place that reads transactions by their hash. Each read is one of the index on `_id`, which names the transaction. */
export interface TransactionStore {
  /** Returns the published parts of a transaction, by `<chain>:<hash>`. */
  transaction(id: string): Promise<StoredTransaction>;
  /** The chains of which anything is stored, CAIP-2: one step in the index for each, and no scan. */
  chainsOfTransfers(): Promise<readonly string[]>;
}

interface TransactionModels {
  readonly transfers: Model<TransferRecord>;
  readonly utxoTransactions: Model<UtxoTransactionRecord>;
}

export function transactionStore(
  { transfers, utxoTransactions }: TransactionModels,
  published: () => Promise<{ readonly seq: number }>,
): TransactionStore {
  return {
    async transaction(id) {
      // The remains of an import that was cut off are above the published seq.
      const { seq } = await published();
      const [rows, utxo] = await Promise.all([
        transfers
          .find({ _id: { $gt: `${id}:`, $lt: `${id};` }, seq: { $lte: seq } })
          .lean<TransferRecord[]>(),
        utxoTransactions.findOne({ _id: id, seq: { $lte: seq } }).lean<UtxoTransactionRecord>(),
      ]);
      return { transfers: rows, utxo };
    },
    async chainsOfTransfers() {
      const found = await Promise.all([chainsIn(transfers), chainsIn(utxoTransactions)]);
      return [...new Set(found.flat())].sort();
    },
  };
}

interface KeyRow {
  readonly _id: string;
  readonly chain?: string;
}

/** The ids of a chain lie side by side, from `<chain>:` up to `<chain>;`: the first after them is of another. */
async function chainsIn<Row extends KeyRow>(model: Model<Row>): Promise<string[]> {
  const keys = model.db.collection<KeyRow>(model.collection.name);
  const chains: string[] = [];
  for (let after = ''; ;) {
    const row = await keys.findOne(
      { _id: { $gt: after } },
      {
        sort: { _id: 1 },
        projection: { chain: 1 },
      },
    );
    if (!row) return chains;
    if (!isVoid(row) && row.chain !== undefined) chains.push(row.chain);
    after = `${isVoid(row) ? 'void' : (row.chain ?? row._id)};`;
  }
}
