import { type Connection, type Model, Schema } from 'mongoose';
import { listVersionDefinition, type ListVersionRecord } from './listVersion.record';

const withdrawnVersionDefinition = {
  ...listVersionDefinition,
  withdrawnAt: { type: Date, required: true },
  reason: { type: String, required: true },
} as const;

/** A version that was withdrawn: kept with why, and never in force, since no reader of versions looks here. */
export interface WithdrawnVersionRecord extends ListVersionRecord {
  /** `_id` is `<list>@<version>#<digest> <time of the withdrawal>`. */
  readonly withdrawnAt: Date;
  readonly reason: string;
}

export function withdrawnVersionModel(connection: Connection): Model<WithdrawnVersionRecord> {
  const schema = new Schema<WithdrawnVersionRecord>(withdrawnVersionDefinition, {
    collection: 'withdrawn_list_versions',
    versionKey: false,
  });
  schema.index({ list: 1, version: 1 });
  return connection.model<WithdrawnVersionRecord>('WithdrawnListVersion', schema);
}
