import type { HoldingValuationRecord } from '../../valuation/holdingValuation.record';
import { retractions, stamp, type ViewOf } from '../view';

/** What holdings were worth: each by its source, beside one another. What incidents were worth is with the incidents. */
export const holdingValuationsView: ViewOf<HoldingValuationRecord> = (event) => [
  ...(event.payload.valuations ?? []).flatMap((fact) => {
    const { id, about, valuation, illustrative } = fact;
    if (about.kind !== 'HOLDING') return [];
    const { accountId, venueId, asset, amount } = about;
    return [
      {
        id,
        apply: (row: HoldingValuationRecord | null): HoldingValuationRecord => ({
          _id: id,
          accountId,
          venueId,
          asset,
          amount,
          valuation,
          illustrative,
          ...stamp(event, fact, row),
        }),
      },
    ];
  }),
  ...retractions<HoldingValuationRecord>(event, 'valuations'),
];
