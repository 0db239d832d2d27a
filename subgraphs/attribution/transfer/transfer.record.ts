import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

/**
 * A movement from one wallet to another, on account-based chains. UTXO transactions, which have many of both,
 * are in `utxoTransaction.record.ts`, a collection of their own.
 *
 * Readers that keep both in memory may rely on this: `seq`s come from one range and are never given twice.
 * Records become visible in the order of seq, batch by batch, by the counter's `published`
 * (counter.record.ts). So read `stores.transfers.published()` first. Then read everything with seq in (known,
 * published] of both collections with `transfersBetween` and `utxoTransactionsBetween`: later records have a
 * higher seq. A seq above `published` may still be of an import that was cut off, and must not be read. Where
 * `corrections` has grown, the facts of something below have changed (a case's new edition): read all again.
 */
const transferDefinition = {
  /** `<chain>:<tx>:<index>` */
  _id: { type: String, required: true },
  /** Given once, at import, and never again: what a trace names its hops by. */
  seq: { type: Number, required: true },
  /** CAIP-2 */
  chain: { type: String, required: true },
  tx: { type: String, required: true },
  /** Its place within the transaction. */
  index: { type: Number, required: true },
  at: { type: Date, required: true },
  fromId: { type: String, required: true },
  toId: { type: String, required: true },
  /** CAIP-19 */
  asset: { type: String, required: true },
  /** Base units, a decimal string: exact at any length. */
  amount: { type: String, required: true },
  /** The destination tag or memo that it was sent with. Absent where it has none, or in older records. */
  tag: { type: String },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
} as const satisfies SchemaDefinition;

export type TransferRecord = InferRawDocType<typeof transferDefinition>;

/** Shard key, where one machine is not enough: `_id`, hashed. */
const transferSchema = new Schema<TransferRecord>(transferDefinition, {
  collection: 'transfers',
  versionKey: false,
});
// In this order they serve the search (from a time on) and the newest first, without a sort.
transferSchema.index({ fromId: 1, at: 1, seq: 1 });
transferSchema.index({ toId: 1, at: 1, seq: 1 });
transferSchema.index({ seq: 1 }, { unique: true });

export function transferModel(connection: Connection): Model<TransferRecord> {
  return connection.model<TransferRecord>('Transfer', transferSchema);
}
