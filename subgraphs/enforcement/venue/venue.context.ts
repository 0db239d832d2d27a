import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import type { VenueRecord } from './venue.record';
import type { VenueStore } from './venue.store';

/** The part of the context that the resolvers of venues use. */
export interface HasVenues {
  readonly stores: {
    readonly venues: VenueStore;
  };
  readonly venueById: DataLoader<string, VenueRecord | null>;
}

export const venueLoaders = ({ venues }: HasVenues['stores']): Omit<HasVenues, 'stores'> => ({
  venueById: loadOne(venues.byIds, (venue) => venue._id),
});
