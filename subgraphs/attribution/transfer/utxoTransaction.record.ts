import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

/** One end of a transaction: what it spends, or what it makes. */
const endDefinition = {
  /** Its place among the inputs, or among the outputs, of the transaction. */
  index: { type: Number, required: true },
  /** CAIP-10; null where the script pays to no address (OP_RETURN, bare multisig): that value is no wallet's. */
  walletId: { type: String, default: null },
  /** Base units, a decimal string: exact at any length. */
  amount: { type: String, required: true },
} as const satisfies SchemaDefinition;

const inputSchema = new Schema(endDefinition, { _id: false });
const outputSchema = new Schema(
  {
    ...endDefinition,
    /** Given once, at import, from the one range that transfers have theirs from: no two of either kind share one. */
    seq: { type: Number, required: true },
  },
  { _id: false },
);

/**
 * A transaction with many inputs and outputs (Bitcoin and its kin), kept as it is: one document, visible whole or not at
 * all. Which input paid which output is not a fact of the chain and is not stored; a taint method decides it.
 *
 * Code that follows funds reads it so:
 * - any input may lead to any output, at `at`, in `asset`; the `amount` of the output arrives at it;
 * - **a seq names an output** (`outputs[i].seq === seq + i`). So a hop of a trace is one seq here as it is for a
 *   transfer: the output, reached from the wallet where the path stood before;
 * - no inputs: newly made coins. Otherwise the inputs are as much as the outputs or more; the rest is the fee;
 * - a wallet may occur several times, on both sides too (change). An end without a wallet leads nowhere.
 */
const utxoTransactionDefinition = {
  /** `<chain>:<tx>` */
  _id: { type: String, required: true },
  /** That of the first output. */
  seq: { type: Number, required: true },
  /** CAIP-2 */
  chain: { type: String, required: true },
  tx: { type: String, required: true },
  at: { type: Date, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  inputs: { type: [inputSchema], required: true },
  /** One at least. */
  outputs: { type: [outputSchema], required: true },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

type Stored = InferRawDocType<typeof utxoTransactionDefinition>;

export interface UtxoInput {
  readonly index: number;
  readonly walletId: string | null;
  readonly amount: string;
}

export interface UtxoOutput extends UtxoInput {
  readonly seq: number;
}

export type UtxoTransactionRecord = Omit<Stored, 'inputs' | 'outputs'> & {
  readonly inputs: readonly UtxoInput[];
  readonly outputs: readonly UtxoOutput[];
};

/** Shard key, where one machine is not enough: `_id`, hashed. */
const utxoTransactionSchema = new Schema<UtxoTransactionRecord>(utxoTransactionDefinition, {
  collection: 'utxo_transactions',
  versionKey: false,
});
utxoTransactionSchema.index({ 'inputs.walletId': 1, at: 1, seq: 1 });
utxoTransactionSchema.index({ 'outputs.walletId': 1, at: 1, seq: 1 });
utxoTransactionSchema.index({ 'outputs.seq': 1 });
utxoTransactionSchema.index({ seq: 1 }, { unique: true });

export function utxoTransactionModel(connection: Connection): Model<UtxoTransactionRecord> {
  return connection.model<UtxoTransactionRecord>('UtxoTransaction', utxoTransactionSchema);
}
