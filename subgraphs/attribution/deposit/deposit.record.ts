import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

/**
 * A statement that a venue takes deposits for an account at a wallet, or does so no longer. The operator (a
 * case, the CLI) or the venue itself makes it. Statements are only ever added; `registration.rules.ts`
 * decides their result. Two venues may claim one wallet: all statements are kept, each with its source. Funds
 * that reach the wallet are reported for both accounts, since omitting one could hide the right one.
 */
const depositDefinition = {
  /** `<account> <wallet>[ #<tag>] <word> <n>`: the nth statement of this word; older ones are `<account> <wallet>`. */
  _id: { type: String, required: true },
  venueId: { type: String, required: true },
  /** `<venue>:<pseudonym>` */
  accountId: { type: String, required: true },
  /** CAIP-10 */
  walletId: { type: String, required: true },
  /** The key by which it is found: an EVM address takes deposits on every EVM chain. */
  matchKey: { type: String, required: true },
  /** The destination tag or memo by which it is this account's. Absent: all that arrives there is. */
  tag: { type: String },
  illustrative: { type: Boolean, required: true },
  /** Absent in older ones, which all register. */
  stance: { type: String, enum: ['REGISTERS', 'ENDS'] as const },
  /**
   * The party that states it. Absent in older ones: a venue's own where its source is a partner's
   * registration.
   */
  word: { type: String, enum: ['HOUSE', 'VENUE'] as const },
  /** Of an end: what arrived at or after this was not the account's; null where nothing ever was. */
  endedAt: { type: Date, default: null },
  /** The time of the statement; absent in older ones, which come first. */
  saidAt: { type: Date },
  /** The source; a case's file where it is not given. */
  source: { type: sourceSchema },
} as const satisfies SchemaDefinition;

export type DepositRecord = InferRawDocType<typeof depositDefinition>;

/** Shard key, where one machine is not enough: `matchKey`. */
const depositSchema = new Schema<DepositRecord>(depositDefinition, {
  collection: 'deposits',
  versionKey: false,
});
depositSchema.index({ matchKey: 1, venueId: 1 });
depositSchema.index({ accountId: 1 });
/** For the ends of a venue's own searches (tracing/runtime/depositKeys.store.ts). */
depositSchema.index({ venueId: 1 });

export function depositModel(connection: Connection): Model<DepositRecord> {
  return connection.model<DepositRecord>('Deposit', depositSchema);
}
