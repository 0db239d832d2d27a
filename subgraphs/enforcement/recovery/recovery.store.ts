import type { Model } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../pageById.store';
import type { RecoveryRecord } from './recovery.record';

/** The only place that reads recoveries. They are public announcements: no tenant owns them. */
export interface RecoveryStore {
  /** Sorted by id. */
  page(page: PageArguments): Promise<Page<RecoveryRecord>>;
}

export function recoveryStore(recoveries: Model<RecoveryRecord>): RecoveryStore {
  return { page: (page) => pageById(recoveries, {}, page) };
}
