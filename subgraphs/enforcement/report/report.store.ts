import type { Model } from 'mongoose';
import { standing } from '../projection/projectionFields.record';
import type { ReportRecord } from './report.record';

/** The only place that reads filed reports. A tenant sees of one only that it meets an obligation of its own. */
export interface ReportStore {
  byIds(ids: readonly string[]): Promise<ReportRecord[]>;
  /** Those that name any of these obligations. */
  naming(obligationIds: readonly string[]): Promise<ReportRecord[]>;
}

export function reportStore(reports: Model<ReportRecord>): ReportStore {
  return {
    naming: (obligationIds) =>
      reports
        .find({ obligationIds: { $in: [...obligationIds] }, ...standing })
        .sort({ filedAt: 1, _id: 1 })
        .lean<ReportRecord[]>(),
    byIds: (ids) => reports.find({ _id: { $in: [...ids] }, ...standing }).lean<ReportRecord[]>(),
  };
}
