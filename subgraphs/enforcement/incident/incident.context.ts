import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import type { IncidentRecord } from './incident.record';
import type { IncidentStore } from './incident.store';

/** The part of the context that the resolvers of incidents use. */
export interface HasIncidents {
  readonly stores: {
    readonly incidents: IncidentStore;
  };
  readonly incidentById: DataLoader<string, IncidentRecord | null>;
}

export const incidentLoaders = ({ incidents }: HasIncidents['stores']): Omit<HasIncidents, 'stores'> => ({
  incidentById: loadOne(incidents.byIds, (incident) => incident._id),
});
