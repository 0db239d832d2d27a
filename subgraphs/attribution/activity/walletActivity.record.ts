import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

/**
 * A wallet that is an end of a transfer, and with whom it dealt: what the search asks to tell a hub without reading
 * the hub. It follows from the transfers and is written before them, so that an import that was cut off and done
 * again leaves it right.
 */
const walletActivityDefinition = {
  /** CAIP-10 */
  _id: { type: String, required: true },
  matchKey: { type: String, required: true },
  /** The wallets at the other end, in either direction; no more are added once they make it a hub (tracePolicy). */
  counterparties: { type: [String], required: true },
} as const satisfies SchemaDefinition;

export type WalletActivityRecord = InferRawDocType<typeof walletActivityDefinition>;

const walletActivitySchema = new Schema(walletActivityDefinition, {
  collection: 'wallet_activity',
  versionKey: false,
});
walletActivitySchema.index({ matchKey: 1 });

export function walletActivityModel(connection: Connection): Model<WalletActivityRecord> {
  return connection.model<WalletActivityRecord>(
    'WalletActivity',
    walletActivitySchema as unknown as Schema<WalletActivityRecord>,
  );
}
