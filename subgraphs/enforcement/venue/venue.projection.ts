import { contentOf, type ProjectionOf, recordings, retractions } from '../projection/projection';
import type { VenueFact } from './venue.facts';
import type { VenueRecord } from './venue.record';

export const venuesProjection: ProjectionOf<VenueRecord, { readonly venues?: readonly VenueFact[] }> = (
  event,
) => [
  ...recordings<VenueRecord, VenueFact>(event, event.payload.venues, ({ id, ...fact }) =>
    contentOf<VenueRecord>()({ ...fact, _id: id, jurisdictions: fact.jurisdictions }),
  ),
  ...retractions<VenueRecord>(event, 'venues'),
];
