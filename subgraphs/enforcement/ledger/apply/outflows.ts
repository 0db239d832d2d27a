import type { OutflowRecord } from '../../obligation/outflow.record';
import { stamp, type ViewOf } from '../view';

/** What left accounts, a row for each amount. An amount that came in is in the holdings alone. */
export const outflowsView: ViewOf<OutflowRecord> = (event) => {
  const { movements = [], measureChanges = [], decision } = event.payload;
  const endedMeasureIds = measureChanges.filter(({ to }) => to).map(({ measureId }) => measureId);
  return movements.flatMap((fact, i) => {
    const { accountId, venueId, asset, amount, column, illustrative } = fact;
    if (column === 'inflow') return [];
    const id = `${event.sequence}.${i}`;
    const receivedBy = movements
      .filter((other) => other.column === 'inflow' && other.asset === asset)
      .map((other) => other.accountId);
    return [
      {
        id,
        apply: (row: OutflowRecord | null): OutflowRecord => ({
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
          ...stamp(event, fact, row),
        }),
      },
    ];
  });
};
