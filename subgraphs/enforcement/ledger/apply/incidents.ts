import type { IncidentRecord } from '../../incident/incident.record';
import { retractions, stamp, type ViewOf } from '../view';

/** An incident, with the valuations that later events put beside its own. They are never added up. */
export const incidentsView: ViewOf<IncidentRecord> = (event) => [
  ...(event.payload.incidents ?? []).map((fact) => ({
    id: fact.id,
    apply(row: IncidentRecord | null): IncidentRecord {
      const { id, ...rest } = fact;
      return { ...rest, _id: id, ...stamp(event, fact, row) };
    },
  })),
  ...(event.payload.valuations ?? []).flatMap(({ about, valuation }) =>
    about.kind === 'INCIDENT'
      ? [
          {
            id: about.incidentId,
            apply: (row: IncidentRecord | null) =>
              row && { ...row, valuations: [...row.valuations, valuation] },
          },
        ]
      : [],
  ),
  ...retractions<IncidentRecord>(event, 'incidents'),
];
