import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const ledgerCheckpointDefinition = {
  /**
   * `<sequence, 16 digits>:<key id>`: each key may sign the same head. A number, the sequence, is what was stored before
   * keys were part of it; numbers sort before text.
   */
  _id: { type: Schema.Types.Mixed, required: true },
  /** Of the event that was the head. */
  sequence: { type: Number },
  /** The signed checkpoint, as it is handed out. */
  text: { type: String, required: true },
  /**
   * The subtree roots from which the Merkle tree continues. Its reader checks them against the signed root.
   */
  peaks: { type: [String], default: [] },
} as const satisfies SchemaDefinition;

export type LedgerCheckpointRecord = Pick<InferRawDocType<typeof ledgerCheckpointDefinition>, 'text'> & {
  _id: string | number;
  sequence?: number;
  peaks: (string | null)[];
};

const ledgerCheckpointSchema = new Schema<LedgerCheckpointRecord>(ledgerCheckpointDefinition, {
  collection: 'ledger_checkpoints',
  versionKey: false,
});

export const checkpointId = (sequence: number, keyId: string): string =>
  `${String(sequence).padStart(16, '0')}:${keyId}`;

/** The checkpoints of the one ledger of a database. They are few: one a thousand events, or one in ten minutes. */
export function ledgerCheckpointModel(connection: Connection): Model<LedgerCheckpointRecord> {
  return connection.model<LedgerCheckpointRecord>('LedgerCheckpoint', ledgerCheckpointSchema);
}
