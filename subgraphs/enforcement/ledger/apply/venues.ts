import type { VenueRecord } from '../../venue/venue.record';
import { retractions, stamp, type ViewOf } from '../view';

export const venuesView: ViewOf<VenueRecord> = (event) => [
  ...(event.payload.venues ?? []).map((fact) => ({
    id: fact.id,
    apply(row: VenueRecord | null): VenueRecord {
      const { id, ...rest } = fact;
      return { ...rest, _id: id, ...stamp(event, fact, row) };
    },
  })),
  ...retractions<VenueRecord>(event, 'venues'),
];
