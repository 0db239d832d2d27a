import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { findingSetSchema } from './findingSchema.record';
import type { FindingSet } from './finding.rules';

export const subjectKinds = ['WALLET', 'ACCOUNT', 'ACTOR'] as const;

const watchDefinition = {
  /** `<feed>:<key>` */
  _id: { type: String, required: true },
  /** Its feed: `house`, or `venue.<id>`. */
  feed: { type: String, required: true },
  /** The venue that it is confined to; null: the operator. */
  tenant: { type: String, default: null },
  subjectKind: { type: String, enum: subjectKinds, required: true },
  /** CAIP-10, `<venue>:<pseudonym>`, or an actor's id. */
  subjectId: { type: String, required: true },
  /** The number of facts about it when the watch began; absent in older ones. */
  foundAtFirst: { type: Number },
  label: { type: String, required: true },
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  /** The time of its end; null while it is evaluated. */
  endedAt: { type: Date, default: null },
  /** The findings at its start, with which the first alert compares. */
  baseline: { type: findingSetSchema, required: true },
  /** The state of the transfers of the baseline. */
  baselineSeq: { type: Number, required: true },
  /** The news (signals.store.ts) that it was last evaluated after; another than today's: it is to be evaluated. */
  checked: { type: String, required: true },
  /**
   * The time of that: watches that waited longest come first, so that none waits for ever while news goes on.
   */
  checkedAt: { type: Date, required: true },
} as const satisfies SchemaDefinition;

/** A subject that is saved. Shard key, where one machine is not enough: `feed`. */
export type WatchRecord = Omit<InferRawDocType<typeof watchDefinition>, 'baseline'> & {
  readonly baseline: FindingSet;
};

const watchSchema = new Schema<WatchRecord>(watchDefinition, { collection: 'watches', versionKey: false });
watchSchema.index({ feed: 1, _id: 1 });
watchSchema.index({ endedAt: 1, checkedAt: 1, _id: 1 });

export function watchModel(connection: Connection): Model<WatchRecord> {
  return connection.model<WatchRecord>('Watch', watchSchema);
}
