import type { Model } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { notRetracted } from '../projection/projectionFields.record';
import { givenFields } from '../rows/givenFields';
import { pageById } from '../rows/pageById.store';
import type { ReportRecord } from './report.record';

/** The filter of reports; an absent or null field excludes none. */
export interface ReportQuery {
  readonly kind?: string | null;
  /** The id of an account that it is about. */
  readonly account?: string | null;
  readonly filedFrom?: Date | null;
  /** Exclusive. */
  readonly filedUntil?: Date | null;
}

/** The only place that reads filed reports. A tenant sees of one only that it meets an obligation of its own. */
export interface ReportStore {
  byIds(ids: readonly string[]): Promise<ReportRecord[]>;
  /** Returns the reports that name any of these obligations. */
  naming(obligationIds: readonly string[]): Promise<ReportRecord[]>;
  /** Sorted by id. For the operator's own people only: one report may be about accounts of several venues. */
  page(query: ReportQuery, page: PageArguments): Promise<Page<ReportRecord>>;
}

export function reportStore(reports: Model<ReportRecord>): ReportStore {
  return {
    naming: (obligationIds) =>
      reports
        .find({ obligationIds: { $in: [...obligationIds] }, ...notRetracted })
        .sort({ filedAt: 1, _id: 1 })
        .lean<ReportRecord[]>(),
    byIds: (ids) => reports.find({ _id: { $in: [...ids] }, ...notRetracted }).lean<ReportRecord[]>(),
    page: ({ kind, account, filedFrom, filedUntil }, page) => {
      const filedAt = filedFrom || filedUntil ? givenFields({ $gte: filedFrom, $lt: filedUntil }) : null;
      return pageById(
        reports,
        { ...notRetracted, ...givenFields({ kind, accountIds: account, filedAt }) },
        page,
      );
    },
  };
}
