import { contentOf, type ProjectionOf, recordings } from '../projection/projection';
import type { RetentionHoldFact } from './retentionHold.facts';
import type { RetentionHoldRecord } from './retentionHold.record';

interface Payload {
  readonly retentionHolds?: readonly RetentionHoldFact[];
}

/** A hold that is lifted is the same hold with an end. */
export const retentionHoldsProjection: ProjectionOf<RetentionHoldRecord, Payload> = (event) =>
  recordings<RetentionHoldRecord, RetentionHoldFact>(
    event,
    event.payload.retentionHolds,
    ({ id, from, to, ...fact }) =>
      contentOf<RetentionHoldRecord>()({
        ...fact,
        _id: id,
        from: new Date(from),
        to: to === null ? null : new Date(to),
      }),
  );
