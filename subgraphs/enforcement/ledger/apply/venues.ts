import type { VenueRecord } from '../../venue/venue.record';
import type { VenueFact } from '../facts';
import { statedView } from '../view';

export const venuesView = statedView<VenueFact, VenueRecord>('venues', ({ payload }) => payload.venues);
