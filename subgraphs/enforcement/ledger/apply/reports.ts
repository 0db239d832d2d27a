import type { ReportRecord } from '../../report/report.record';
import { stamp, type ViewOf } from '../view';

export const reportsView: ViewOf<ReportRecord> = (event) =>
  (event.payload.reports ?? []).map((fact) => ({
    id: fact.id,
    apply(row: ReportRecord | null): ReportRecord {
      const { id, filedAt, ...rest } = fact;
      return { ...rest, _id: id, filedAt: new Date(filedAt), ...stamp(event, fact, row) };
    },
  }));
