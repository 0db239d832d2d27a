import { type Amounts, move, observe, possible, unknownAmounts } from './holding.rules';
import type { HoldingRecord } from './holding.record';
import type { HoldingFact, MovementFact, ObservationFact } from './holding.facts';
import {
  changeOf,
  contentOf,
  type ProjectedEvent,
  type ProjectionOf,
  retractions,
  type RowChange,
  stamp,
} from '../projection/projection';

/** The row of an account's holding of an asset. */
export const holdingId = ({ accountId, asset }: { readonly accountId: string; readonly asset: string }) =>
  `${accountId}/${asset}`;

/** The facts of an event that change holdings. */
export interface HoldingPayload {
  readonly holdings?: readonly HoldingFact[];
  readonly observations?: readonly ObservationFact[];
  readonly movements?: readonly MovementFact[];
}

/**
 * The holdings of accounts in each asset: given as a whole, observed column by column, and moved between the
 * columns.
 */
export const holdingsProjection: ProjectionOf<HoldingRecord, HoldingPayload> = (event) => [
  ...(event.payload.holdings ?? []).map((fact) => setHolding(event, fact)),
  ...(event.payload.observations ?? []).map((fact) =>
    changeAmounts(event, fact, (amounts) => observe(amounts, fact)),
  ),
  ...(event.payload.movements ?? []).map((fact) =>
    changeAmounts(event, fact, (amounts) => move(amounts, fact)),
  ),
  ...retractions<HoldingRecord>(event, 'holdings'),
];

function setHolding(event: ProjectedEvent, fact: HoldingFact): RowChange<HoldingRecord> {
  const { amounts, ...rest } = fact;
  const content = contentOf<HoldingRecord>()({ ...rest, ...amounts, _id: holdingId(fact) });
  return { id: content._id, apply: (row) => ({ ...content, ...stamp(event, fact, row) }) };
}

/** An amount may be the first that is heard of a holding: all others of it are then unknown. */
function changeAmounts(
  event: ProjectedEvent,
  fact: ObservationFact | MovementFact,
  change: (amounts: Amounts) => Amounts,
): RowChange<HoldingRecord> {
  const { accountId, venueId, asset, illustrative, source } = fact;
  return {
    id: holdingId(fact),
    apply(row) {
      // A retracted holding never was: its amounts are nobody's observation, and the next report is the
      // first.
      const before: HoldingRecord =
        row && !row.retracted
          ? row
          : {
              ...contentOf<HoldingRecord>()({
                ...unknownAmounts,
                accountId,
                venueId,
                asset,
                illustrative,
                source,
                _id: holdingId(fact),
              }),
              ...stamp(event, fact, row),
            };
      return {
        ...before,
        ...changeOf(event, before),
        ...possible(change(before)),
        illustrative: before.illustrative || illustrative,
      };
    },
  };
}
