import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

const ledgerCheckpointDefinition = {
  /** The sequence of the event that was the head. */
  _id: { type: Number, required: true },
  /** The signed checkpoint, as it is handed out. */
  text: { type: String, required: true },
  /** What the Merkle tree is gone on with; whoever reads it checks it against the signed root. */
  peaks: { type: [String], default: [] },
} as const satisfies SchemaDefinition;

export type LedgerCheckpointRecord = Pick<
  InferRawDocType<typeof ledgerCheckpointDefinition>,
  '_id' | 'text'
> & {
  peaks: (string | null)[];
};

const ledgerCheckpointSchema = new Schema(ledgerCheckpointDefinition, {
  collection: 'ledger_checkpoints',
  versionKey: false,
});

/** The checkpoints of the one ledger of a database. They are few: one a thousand events, or one in ten minutes. */
export function ledgerCheckpointModel(connection: Connection): Model<LedgerCheckpointRecord> {
  return connection.model<LedgerCheckpointRecord>(
    'LedgerCheckpoint',
    ledgerCheckpointSchema as unknown as Schema<LedgerCheckpointRecord>,
  );
}
