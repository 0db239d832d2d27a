import type { SchemaDefinition } from 'mongoose';

/** The fields of every row of a projection about the ledger that it was derived from. */
export const projectionFields = {
  /** The sequence of the last event that the row reflects. Indexed: none may be beyond the ledger's end. */
  sequence: { type: Number, required: true, index: true },
  /** The sequence of the event that its facts are from: what a correction names. */
  recordedBy: { type: Number, required: true },
  /** The time at which it was first known. */
  knownSince: { type: Date, required: true },
  /** The digest of its facts as the event gave them: the same facts again are no news. */
  factDigest: { type: String, required: true },
  /** The case that brought it in; null: no case did. */
  caseName: { type: String, default: null },
  /** The digest of that case's last fact about it; null: no case has one, or it was retracted. */
  caseDigest: { type: String, default: null },
  /** The last event by which somebody else changed it since that case spoke: what the case says then is old. */
  changedSince: { type: Number, default: null },
  /** It was never so, or its source no longer says it: it is kept, and read by nobody. */
  retracted: { type: Boolean, required: true },
} as const satisfies SchemaDefinition;

/** The filter of a store that reads a projection: without retracted rows. */
export const notRetracted = { retracted: { $ne: true } } as const;

/** The fields that a client never sees. */
export type ProjectionField = keyof typeof projectionFields;
