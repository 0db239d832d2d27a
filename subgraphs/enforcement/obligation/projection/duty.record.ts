import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { obligationKinds } from '../duty.rules';

/**
 * One duty of an account, at the instants at which it is in force. The passing of time changes no row: its
 * due date tells if it is late. Beside them are rows for writers only, which no reader sees. One for each
 * account lists the rows it ever had, and others are remainders of rows that are no longer needed.
 */
const dutyDefinition = {
  /** `<account id> <digest of what tells it from the account's others>` */
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  venueId: { type: String, required: true },
  /** The callers that it is for (visibility.rules.ts). */
  knownTo: { type: String, required: true },
  named: { type: [String], required: true },
  /** DUE: its due date tells whether it is open or late. */
  standing: { type: String, enum: ['DUE', 'MET', 'UNDETERMINED'], required: true },
  /** Its place among those of one group of states: its due instant and its id. */
  due: { type: String, required: true },
  since: { type: Date, required: true },
  /** The first instant at which it is no longer in force; absent: none. */
  until: { type: Date, required: false },
  dutyId: { type: String, required: true },
  kind: { type: String, enum: obligationKinds, required: true },
  ownerRole: { type: String, enum: ['reporting-officer', 'approver', 'legal'], required: true },
  rule: { type: String, required: true },
  about: { type: String, required: true },
  note: { type: String, default: null },
  measureId: { type: String, default: null },
  arisesOn: { type: String, required: true },
  dueOn: { type: String, required: true },
  dueAt: { type: Date, required: true },
  done: { type: Boolean, required: true },
  illustrative: { type: Boolean, required: true },
  /** The first report that meets it. */
  metBy: { type: String, required: false },
  /** Every event up to this one is in the row: a row is replaced only by one that reflects more. */
  sequence: { type: Number, required: true, index: true },
} as const satisfies SchemaDefinition;

export type DutyRecord = InferRawDocType<typeof dutyDefinition>;

const dutySchema = new Schema<DutyRecord>(dutyDefinition, { collection: 'duties', versionKey: false });
dutySchema.index({ accountId: 1 });
dutySchema.index({ dutyId: 1 }, { sparse: true });
dutySchema.index({ metBy: 1 }, { sparse: true });
dutySchema.index({ since: 1 }, { sparse: true });
dutySchema.index({ until: 1 }, { sparse: true });
dutySchema.index({ named: 1 }, { sparse: true });
dutySchema.index({ knownTo: 1, standing: 1, due: 1 });
dutySchema.index({ venueId: 1, knownTo: 1, standing: 1, due: 1 });

export function dutyModel(connection: Connection): Model<DutyRecord> {
  return connection.model<DutyRecord>('Duty', dutySchema);
}
