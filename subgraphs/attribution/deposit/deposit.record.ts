import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

/**
 * A venue's statement that it takes deposits for an account at a wallet. Two venues may say so of one wallet: both
 * statements are kept, each with its source, and funds that reach the wallet are reported for both accounts, since to
 * leave one out could hide the right one.
 */
const depositDefinition = {
  /** `<account> <wallet>` */
  _id: { type: String, required: true },
  venueId: { type: String, required: true },
  /** `<venue>:<pseudonym>` */
  accountId: { type: String, required: true },
  /** CAIP-10 */
  walletId: { type: String, required: true },
  /** What it is found by: an EVM address takes deposits on every EVM chain. */
  matchKey: { type: String, required: true },
  illustrative: { type: Boolean, required: true },
  /** Who says so; a case's file where it is not given. */
  source: { type: sourceSchema },
} as const satisfies SchemaDefinition;

export type DepositRecord = InferRawDocType<typeof depositDefinition>;

/** Shard key, where one machine is not enough: `matchKey`. */
const depositSchema = new Schema(depositDefinition, { collection: 'deposits', versionKey: false });
depositSchema.index({ matchKey: 1, venueId: 1 });
depositSchema.index({ accountId: 1 });

export function depositModel(connection: Connection): Model<DepositRecord> {
  return connection.model<DepositRecord>('Deposit', depositSchema as unknown as Schema<DepositRecord>);
}
