import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';

export const verdicts = ['TRUE_MATCH', 'FALSE_POSITIVE', 'UNDECIDED'] as const;

export type Verdict = (typeof verdicts)[number];

/** PROPOSED: a second person has yet to approve it. */
export const decisionStates = ['PROPOSED', 'IN_FORCE', 'REJECTED'] as const;

export type DecisionState = (typeof decisionStates)[number];

const groundSchema = new Schema(
  { field: { type: String, required: true }, digest: { type: String, required: true } },
  { _id: false },
);

const decisionDefinition = {
  /** The id of the match. */
  _id: { type: String, required: true },
  /** The last event of the ledger that it reflects. */
  sequence: { type: Number, required: true },
  /** The event by which it was made: what a second person names. */
  event: { type: Number, required: true },
  tenant: { type: String, default: null },
  state: { type: String, enum: decisionStates, required: true },
  verdict: { type: String, enum: verdicts, required: true },
  reason: { type: String, required: true },
  by: { type: String, required: true },
  issuer: { type: String, required: true },
  at: { type: Date, required: true },
  /** Who approved or rejected it; null where nobody has to, or has yet. */
  checker: { type: String, default: null },
  checkerIssuer: { type: String, default: null },
  checkerReason: { type: String, default: null },
  /** The last day in force, YYYY-MM-DD; null without an end. */
  expiresOn: { type: String, default: null },
  /** The digest of the match as it was seen. */
  digest: { type: String, required: true },
  score: { type: Number, required: true },
  entryDigest: { type: String, required: true },
  version: { type: String, required: true },
  /** Digests of the fields of the customer and the entry that it rests on. */
  grounds: { type: [groundSchema], required: true },
} as const satisfies SchemaDefinition;

export interface Ground {
  /** `entry.births`, `customer.name` */
  readonly field: string;
  readonly digest: string;
}

/** The last decision on a match, as the ledger's events make it. */
export type DecisionRecord = Omit<InferRawDocType<typeof decisionDefinition>, 'grounds'> & {
  readonly grounds: readonly Ground[];
};

const decisionSchema = new Schema<DecisionRecord>(decisionDefinition, {
  collection: 'match_decisions',
  versionKey: false,
});
decisionSchema.index({ state: 1, expiresOn: 1 });

export function decisionModel(connection: Connection): Model<DecisionRecord> {
  return connection.model<DecisionRecord>('MatchDecision', decisionSchema);
}

const decisionCursorDefinition = {
  /** `decisions`: there is one. */
  _id: { type: String, required: true },
  sequence: { type: Number, required: true },
  hash: { type: String, required: true },
} as const satisfies SchemaDefinition;

/** The last event that the decisions reflect. */
export type DecisionCursorRecord = InferRawDocType<typeof decisionCursorDefinition>;

export function decisionCursorModel(connection: Connection): Model<DecisionCursorRecord> {
  const schema = new Schema<DecisionCursorRecord>(decisionCursorDefinition, {
    collection: 'match_decision_cursors',
    versionKey: false,
  });
  return connection.model<DecisionCursorRecord>('MatchDecisionCursor', schema);
}
