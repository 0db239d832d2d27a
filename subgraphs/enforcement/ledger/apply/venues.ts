import type { VenueRecord } from '../../venue/venue.record';
import { statedView } from '../view';

export const venuesView = statedView<VenueRecord>('venues', ({ payload }) => payload.venues);
