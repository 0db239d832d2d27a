import type { RetentionHoldRecord } from '../../retention/retentionHold.record';
import { stamp, type ViewOf } from '../view';

/** A hold that is lifted is the same hold with an end. */
export const retentionHoldsView: ViewOf<RetentionHoldRecord> = (event) =>
  (event.payload.retentionHolds ?? []).map((fact) => ({
    id: fact.id,
    apply(row: RetentionHoldRecord | null): RetentionHoldRecord {
      const { id, from, to, ...rest } = fact;
      return {
        ...rest,
        _id: id,
        from: new Date(from),
        to: to === null ? null : new Date(to),
        ...stamp(event, fact, row),
      };
    },
  }));
