import type { ReportStore } from './report.store';

/** What reads filed reports. */
export interface HasReports {
  readonly stores: {
    readonly reports: ReportStore;
  };
}
