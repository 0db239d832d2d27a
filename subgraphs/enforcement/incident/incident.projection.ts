import { isDeepStrictEqual } from 'node:util';
import type { IncidentRecord } from './incident.record';
import type { RecordedValuationFact } from '../valuation/recordedValuation.facts';
import type { IncidentFact } from './incident.facts';
import { contentOf, type ProjectionOf, retractions, stamp } from '../projection/projection';

interface Payload {
  readonly incidents?: readonly IncidentFact[];
  readonly valuations?: readonly RecordedValuationFact[];
}

type Valuations = IncidentFact['valuations'];
type Recorded = IncidentRecord['recordedValuations'];

/** Joins the incident's own valuations with those recorded beside them that differ. */
const together = (stated: Valuations, recorded: Recorded): Valuations => [
  ...stated,
  ...recorded
    .map(({ valuation }) => valuation as Valuations[number])
    .filter((one) => !stated.some((other) => isDeepStrictEqual(one, other))),
];

/**
 * An incident, with the valuations that later events put beside its own: a correction of the incident replaces its own
 * and leaves those. They are never added up.
 */
export const incidentsProjection: ProjectionOf<IncidentRecord, Payload> = (event) => [
  ...(event.payload.incidents ?? []).map((fact) => ({
    id: fact.id,
    apply(row: IncidentRecord | null): IncidentRecord {
      const { id, valuations, ...rest } = fact;
      const recordedValuations = row?.recordedValuations ?? [];
      const content = contentOf<IncidentRecord>()({
        ...rest,
        _id: id,
        valuations: together(valuations, recordedValuations),
        statedValuations: valuations,
        recordedValuations,
      });
      return { ...content, ...stamp(event, fact, row) };
    },
  })),
  ...(event.payload.valuations ?? []).flatMap(({ id, about, valuation }) =>
    about.kind === 'INCIDENT'
      ? [
          {
            id: about.incidentId,
            apply: (row: IncidentRecord | null) =>
              row && withValuation(row, { id, recordedBy: event.sequence, valuation }),
          },
        ]
      : [],
  ),
  ...retractions<IncidentRecord>(event, 'incidents'),
];

/** A valuation that was recorded before reads otherwise from now on, where it stands. */
function withValuation(row: IncidentRecord, recorded: Recorded[number]): IncidentRecord {
  const before: Recorded = row.recordedValuations;
  const isThere = before.some(({ id }) => id === recorded.id);
  const recordedValuations = isThere
    ? before.map((one) => (one.id === recorded.id ? recorded : one))
    : [...before, recorded];
  return {
    ...row,
    recordedValuations,
    valuations: together(row.statedValuations as Valuations, recordedValuations),
  };
}
