import type { StartPlace } from '../../../shared/pagination/newestPage';
import type { Model } from 'mongoose';
import type { ImportRecord, QuarantinedRowRecord } from './importLog.record';

/** The place before a page of quarantined rows: the page begins after it. */
export interface RowPlace {
  readonly line: number;
  readonly id: string;
}

/** The only place that reads what imports left behind. */
export interface ImportLogStore {
  find(id: string): Promise<ImportRecord | null>;
  /** The newest first. */
  newest(after: StartPlace | null, limit: number): Promise<ImportRecord[]>;
  /** By line. */
  quarantined(importId: string, after: RowPlace | null, limit: number): Promise<QuarantinedRowRecord[]>;
}

export function importLogStore(
  imports: Model<ImportRecord>,
  rows: Model<QuarantinedRowRecord>,
): ImportLogStore {
  return {
    find: (id) => imports.findById(id).lean<ImportRecord>(),
    newest: (after, limit) =>
      imports
        .find(
          after
            ? {
                startedAt: { $lte: after.startedAt },
                $or: [{ startedAt: { $lt: after.startedAt } }, { _id: { $lt: after.id } }],
              }
            : {},
        )
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit)
        .lean<ImportRecord[]>(),
    quarantined: (importId, after, limit) =>
      rows
        .find({
          importId,
          ...(after
            ? { line: { $gte: after.line }, $or: [{ line: { $gt: after.line } }, { _id: { $gt: after.id } }] }
            : {}),
        })
        .sort({ line: 1, _id: 1 })
        .limit(limit)
        .lean<QuarantinedRowRecord[]>(),
  };
}
