import type { Model } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../pageById.store';
import type { IncidentRecord } from './incident.record';

/** The only place that reads incidents. They are public facts: no tenant owns them. */
export interface IncidentStore {
  byIds(ids: readonly string[]): Promise<IncidentRecord[]>;
  /** Sorted by id. */
  page(page: PageArguments): Promise<Page<IncidentRecord>>;
}

export function incidentStore(incidents: Model<IncidentRecord>): IncidentStore {
  return {
    byIds: (ids) => incidents.find({ _id: { $in: [...ids] } }).lean<IncidentRecord[]>(),
    page: (page) => pageById(incidents, {}, page),
  };
}
