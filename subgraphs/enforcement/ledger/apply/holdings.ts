import { type Amounts, move, observe, possible, unknownAmounts } from '../../holding/holding.rules';
import type { HoldingRecord } from '../../holding/holding.record';
import type { EnforcementEvent } from '../events';
import type { HoldingFact, MovementFact, ObservationFact } from '../facts';
import { changeOf, retractions, type RowChange, stamp, type ViewOf } from '../view';

/** The row of an account's holding of an asset. */
export const holdingId = ({ accountId, asset }: { readonly accountId: string; readonly asset: string }) =>
  `${accountId}/${asset}`;

/** What accounts have of each asset: stated as a whole, observed column by column, and moved between the columns. */
export const holdingsView: ViewOf<HoldingRecord> = (event) => [
  ...(event.payload.holdings ?? []).map((fact) => stated(event, fact)),
  ...(event.payload.observations ?? []).map((fact) =>
    folded(event, fact, (amounts) => observe(amounts, fact)),
  ),
  ...(event.payload.movements ?? []).map((fact) => folded(event, fact, (amounts) => move(amounts, fact))),
  ...retractions<HoldingRecord>(event, 'holdings'),
];

function stated(event: EnforcementEvent, fact: HoldingFact): RowChange<HoldingRecord> {
  const { amounts, ...rest } = fact;
  return {
    id: holdingId(fact),
    apply: (row) => ({ ...rest, ...amounts, _id: holdingId(fact), ...stamp(event, fact, row) }),
  };
}

/** An amount may be the first that is heard of a holding: all others of it are then unknown. */
function folded(
  event: EnforcementEvent,
  fact: ObservationFact | MovementFact,
  fold: (amounts: Amounts) => Amounts,
): RowChange<HoldingRecord> {
  const { accountId, venueId, asset, illustrative, source } = fact;
  return {
    id: holdingId(fact),
    apply(row) {
      // What was taken back was never so: its amounts are nobody's observation, and what is heard now is the first.
      const before: HoldingRecord =
        row && !row.retracted
          ? row
          : {
              ...unknownAmounts,
              accountId,
              venueId,
              asset,
              illustrative,
              source,
              _id: holdingId(fact),
              ...stamp(event, fact, row),
            };
      return {
        ...before,
        ...changeOf(event, before),
        ...possible(fold(before)),
        illustrative: before.illustrative || illustrative,
      };
    },
  };
}
