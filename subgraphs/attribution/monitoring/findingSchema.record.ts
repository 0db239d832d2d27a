import { Schema } from 'mongoose';

/** A finding as it is stored (`Finding`): a field that does not apply is omitted. */
export const findingSchema = new Schema(
  {
    id: { type: String, required: true },
    kind: { type: String, required: true },
    walletId: String,
    accountId: String,
    actorId: String,
    label: String,
    designationId: String,
    statementIds: { type: [String], default: undefined },
    stance: String,
    confidence: Number,
    disputed: Boolean,
    asset: String,
    direct: String,
    indirect: String,
    startId: String,
    seqs: { type: [Number], default: undefined },
  },
  { _id: false },
);

/** The stored findings of a subject (`FindingSet`). */
export const findingSetSchema = new Schema(
  {
    findings: { type: [findingSchema], required: true },
    /** By kind; an omitted one is COMPLETE. */
    completeness: { type: Object, required: true },
  },
  { _id: false, minimize: false },
);
