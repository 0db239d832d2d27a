import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { FindingChange, FindingSet } from './finding.rules';
import { findingSchema, findingSetSchema } from './findingSchema.record';
import { subjectKinds } from './watch.record';

const causeSchema = new Schema(
  {
    /** Statements that say whose a wallet is, or take that back. */
    statementIds: { type: [String], required: true },
    /** Transfers: the hops of a way, first to last; or what the wallet received, or sent, since the evaluation before. */
    seqs: { type: [Number], required: true },
    traceId: { type: String, default: null },
    designationId: { type: String, default: null },
    /** The list versions by which an actor stands as it does, `<list>@<version>`. */
    versions: { type: [String], required: true },
    /** The deposit registration, `<account> <wallet>`. */
    depositId: { type: String, default: null },
  },
  { _id: false },
);

/** The cause of a change: the records that can be looked up. */
export interface Cause {
  readonly statementIds: readonly string[];
  readonly seqs: readonly number[];
  readonly traceId: string | null;
  readonly designationId: string | null;
  readonly versions: readonly string[];
  readonly depositId: string | null;
}

export type AlertChange = FindingChange & { readonly cause: Cause };

const alertDefinition = {
  /** `<watch>:<revision>`: of two evaluations after the same state, one is stored. */
  _id: { type: String, required: true },
  watchId: { type: String, required: true },
  /** 1, 2, 3, …: how often what is so of the subject has changed. */
  revision: { type: Number, required: true },
  feed: { type: String, required: true },
  /** Its place in the feed: 1, 2, 3, … without a gap, as nobody takes one before the one below it can be read. */
  number: { type: Number, required: true },
  at: { type: Date, required: true },
  subjectKind: { type: String, enum: subjectKinds, required: true },
  subjectId: { type: String, required: true },
  label: { type: String, required: true },
  /** The states of the transfers: of the evaluation before, and of this one. */
  seqBefore: { type: Number, required: true },
  seq: { type: Number, required: true },
  changes: {
    type: [
      new Schema(
        {
          change: { type: String, required: true },
          before: { type: findingSchema, default: null },
          after: { type: findingSchema, default: null },
          cause: { type: causeSchema, required: true },
        },
        { _id: false },
      ),
    ],
    required: true,
  },
  /** All that is so now: the alert is the commit of it, in one write. */
  state: { type: findingSetSchema, required: true },
} as const satisfies SchemaDefinition;

/** That something changed of a watched subject. Never changed itself. Shard key: `feed`. */
export type AlertRecord = Omit<InferRawDocType<typeof alertDefinition>, 'changes' | 'state'> & {
  readonly changes: readonly AlertChange[];
  readonly state: FindingSet;
};

const alertSchema = new Schema<AlertRecord>(alertDefinition, { collection: 'alerts', versionKey: false });
alertSchema.index({ feed: 1, number: 1 }, { unique: true });
alertSchema.index({ watchId: 1, revision: 1 }, { unique: true });

export function alertModel(connection: Connection): Model<AlertRecord> {
  return connection.model<AlertRecord>('Alert', alertSchema);
}
