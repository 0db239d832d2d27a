import type { ReportStore } from './report.store';

/** The part of the context that reads filed reports. */
export interface HasReports {
  readonly stores: {
    readonly reports: ReportStore;
  };
}
