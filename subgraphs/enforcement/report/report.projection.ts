import { contentOf, type ProjectionOf, recordings } from '../projection/projection';
import type { ReportFact } from './report.facts';
import type { ReportRecord } from './report.record';

export const reportsProjection: ProjectionOf<ReportRecord, { readonly reports?: readonly ReportFact[] }> = (
  event,
) =>
  recordings<ReportRecord, ReportFact>(event, event.payload.reports, ({ id, filedAt, ...fact }) =>
    contentOf<ReportRecord>()({ ...fact, _id: id, filedAt: new Date(filedAt) }),
  );
