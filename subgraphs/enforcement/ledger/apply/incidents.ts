import { isDeepStrictEqual } from 'node:util';
import type { IncidentRecord } from '../../incident/incident.record';
import type { IncidentFact } from '../facts';
import { retractions, stamp, type ViewOf } from '../view';

type Valuations = IncidentFact['valuations'];

/** What is read: the incident's own, and those that were recorded beside them and say something else. */
const together = (stated: Valuations, recorded: Valuations): Valuations => [
  ...stated,
  ...recorded.filter((one) => !stated.some((other) => isDeepStrictEqual(one, other))),
];

/**
 * An incident, with the valuations that later events put beside its own: a correction of the incident replaces its own
 * and leaves those. They are never added up.
 */
export const incidentsView: ViewOf<IncidentRecord> = (event) => [
  ...(event.payload.incidents ?? []).map((fact) => ({
    id: fact.id,
    apply(row: IncidentRecord | null): IncidentRecord {
      const { id, valuations, ...rest } = fact;
      const recordedValuations = row?.recordedValuations ?? [];
      return {
        ...rest,
        _id: id,
        valuations: together(valuations, recordedValuations as Valuations),
        statedValuations: valuations,
        recordedValuations,
        ...stamp(event, fact, row),
      };
    },
  })),
  ...(event.payload.valuations ?? []).flatMap(({ about, valuation }) =>
    about.kind === 'INCIDENT'
      ? [
          {
            id: about.incidentId,
            apply: (row: IncidentRecord | null) => row && withValuation(row, valuation),
          },
        ]
      : [],
  ),
  ...retractions<IncidentRecord>(event, 'incidents'),
];

function withValuation(row: IncidentRecord, valuation: Valuations[number]): IncidentRecord {
  const recordedValuations = [...row.recordedValuations, valuation] as Valuations;
  return {
    ...row,
    recordedValuations,
    valuations: together(row.statedValuations as Valuations, recordedValuations),
  };
}
