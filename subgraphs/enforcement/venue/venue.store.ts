import type { Model } from 'mongoose';
import { notRetracted } from '../projection/projectionFields.record';
import type { VenueRecord } from './venue.record';

/** The only place that reads venues. A venue is reached only by its accounts, which are the tenant's own. */
export interface VenueStore {
  byIds(ids: readonly string[]): Promise<VenueRecord[]>;
}

export function venueStore(venues: Model<VenueRecord>): VenueStore {
  return { byIds: (ids) => venues.find({ _id: { $in: [...ids] }, ...notRetracted }).lean<VenueRecord[]>() };
}
