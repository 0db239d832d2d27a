import { contentOf, type ProjectionOf, recordings, retractions } from '../projection/projection';
import type { HoldingValuationRecord } from './holdingValuation.record';
import type { RecordedValuationFact } from './recordedValuation.facts';

interface Payload {
  readonly valuations?: readonly RecordedValuationFact[];
}

/**
 * The projection of the worth of holdings: each by its source, beside one another. The worth of incidents is
 * with the incidents.
 */
export const holdingValuationsProjection: ProjectionOf<HoldingValuationRecord, Payload> = (event) => [
  ...(event.payload.valuations ?? []).flatMap((fact) => {
    const { about, valuation, illustrative } = fact;
    if (about.kind !== 'HOLDING') return [];
    const { kind: _, ...holding } = about;
    return recordings<HoldingValuationRecord, RecordedValuationFact>(event, [fact], ({ id }) =>
      contentOf<HoldingValuationRecord>()({ ...holding, _id: id, valuation, illustrative }),
    );
  }),
  ...retractions<HoldingValuationRecord>(event, 'valuations'),
];
