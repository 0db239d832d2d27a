import type { Model, QueryFilter } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../rows/pageById.store';
import { notRetracted } from '../projection/projectionFields.record';
import type { IncidentRecord } from './incident.record';

export interface IncidentQuery {
  readonly actorId: string | null;
  /** The first and the last day on which it may have happened, YYYY-MM-DD; null: any. */
  readonly since: string | null;
  readonly until: string | null;
}

/** The only place that reads incidents. They are public facts: no tenant owns them. */
export interface IncidentStore {
  byIds(ids: readonly string[]): Promise<IncidentRecord[]>;
  /** Of which incident a valuation was recorded, and by which event last. */
  valuation(id: string): Promise<{ readonly incidentId: string; readonly recordedBy: number } | null>;
  /** Sorted by id; the count is of all that fit. */
  page(query: IncidentQuery, page: PageArguments): Promise<Page<IncidentRecord>>;
}

export function incidentStore(incidents: Model<IncidentRecord>): IncidentStore {
  return {
    byIds: (ids) => incidents.find({ _id: { $in: [...ids] }, ...notRetracted }).lean<IncidentRecord[]>(),
    async valuation(id) {
      const incident = await incidents
        .findOne({ 'recordedValuations.id': id, ...notRetracted })
        .lean<IncidentRecord>();
      const recorded = incident?.recordedValuations.find((one) => one.id === id);
      return incident && recorded ? { incidentId: incident._id, recordedBy: recorded.recordedBy } : null;
    },
    page: (query, page) => pageById(incidents, { ...notRetracted, ...filterOf(query) }, page),
  };
}

function filterOf({ actorId, since, until }: IncidentQuery): QueryFilter<IncidentRecord> {
  return {
    ...(actorId === null ? {} : { actorIds: actorId }),
    ...(since === null && until === null
      ? {}
      : {
          happenedOn: {
            ...(since === null ? {} : { $gte: since }),
            ...(until === null ? {} : { $lte: until }),
          },
        }),
  };
}
