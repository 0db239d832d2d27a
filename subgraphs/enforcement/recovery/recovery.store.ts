import type { Model } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../rows/pageById.store';
import { notRetracted } from '../projection/projectionFields.record';
import type { RecoveryRecord } from './recovery.record';

export interface RecoveryQuery {
  readonly incidentId: string | null;
  readonly actorId: string | null;
}

/** The only place that reads recoveries. They are public announcements: no tenant owns them. */
export interface RecoveryStore {
  byIds(ids: readonly string[]): Promise<RecoveryRecord[]>;
  /** Sorted by id; the count is of all that fit. */
  page(query: RecoveryQuery, page: PageArguments): Promise<Page<RecoveryRecord>>;
}

export function recoveryStore(recoveries: Model<RecoveryRecord>): RecoveryStore {
  return {
    byIds: (ids) => recoveries.find({ _id: { $in: [...ids] }, ...notRetracted }).lean<RecoveryRecord[]>(),
    page: ({ incidentId, actorId }, page) =>
      pageById(
        recoveries,
        {
          ...notRetracted,
          ...(incidentId === null ? {} : { incidentId }),
          ...(actorId === null ? {} : { actorIds: actorId }),
        },
        page,
      ),
  };
}
