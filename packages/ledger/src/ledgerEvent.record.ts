import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const ledgerEventDefinition = {
  /** The sequence: its uniqueness is what makes concurrent writers collide. */
  _id: { type: Number, required: true },
  /** The idempotency key, where there is one. */
  key: { type: String },
  /** The canonical bytes of the event without its hash, as they were hashed. */
  text: { type: String, required: true },
  /** SHA-256 of them, in hex. */
  hash: { type: String, required: true },
} as const satisfies SchemaDefinition;

export type LedgerEventRecord = Pick<
  InferRawDocType<typeof ledgerEventDefinition>,
  '_id' | 'text' | 'hash'
> & {
  key?: string;
};

const ledgerEventSchema = new Schema<LedgerEventRecord>(ledgerEventDefinition, {
  collection: 'ledger',
  versionKey: false,
});
ledgerEventSchema.index({ key: 1 }, { unique: true, sparse: true });

/** The events of the one ledger of a database. A ledger is not sharded: its order is one. */
export function ledgerEventModel(connection: Connection): Model<LedgerEventRecord> {
  return connection.model<LedgerEventRecord>('LedgerEvent', ledgerEventSchema);
}
