import type { MovementFact } from '../holding/holding.facts';
import type { OutflowRecord } from './outflow.record';
import { contentOf, type ProjectionOf, stamp } from '../projection/projection';

interface Payload {
  readonly movements?: readonly MovementFact[];
  readonly measureChanges?: readonly MeasureChange[];
  readonly decision?: { readonly proposalId: string };
}

/** The fields of a measure's change that are read: the outflows carry the measures themselves. */
interface MeasureChange {
  readonly measureId: string;
  readonly to?: string | null | undefined;
}

/** The projection of outflows, a row for each amount. An amount that came in is in the holdings only. */
export const outflowsProjection: ProjectionOf<OutflowRecord, Payload> = (event) => {
  const { movements = [], measureChanges = [], decision } = event.payload;
  const endedMeasureIds = measureChanges.filter(({ to }) => to).map(({ measureId }) => measureId);
  return movements.flatMap((fact, i) => {
    const { accountId, venueId, asset, amount, column, illustrative } = fact;
    if (column === 'inflow') return [];
    const id = `${event.sequence}.${i}`;
    const receivedBy = movements
      .filter((other) => other.column === 'inflow' && other.asset === asset)
      .map((other) => other.accountId);
    const content = contentOf<OutflowRecord>()({
      _id: id,
      accountId,
      venueId,
      asset,
      amount,
      column,
      at: event.happenedAt,
      receivedBy,
      endedMeasureIds,
      proposalId: decision?.proposalId ?? null,
      illustrative,
    });
    return [{ id, apply: (row: OutflowRecord | null) => ({ ...content, ...stamp(event, fact, row) }) }];
  });
};
