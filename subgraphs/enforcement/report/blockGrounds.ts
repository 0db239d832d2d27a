import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasVenues } from '../venue/venue.context';
import { fullKnowledge } from '../legalProcess/disclosure.rules';
import type { MeasureRecord } from '../measure/measure.record';
import { lawsOf } from './basisLaws.rules';
import type { ReportingGrounds } from './reportingRules';

type Needed = Pick<HasLegalProcesses, 'stores' | 'knowledge'> & Pick<HasVenues, 'stores'>;

/** Returns what duties of measures follow from: the laws of their bases, and the jurisdictions of their venues. */
export async function blockGrounds(
  measures: readonly MeasureRecord[],
  { stores, knowledge }: Needed,
): Promise<(measure: MeasureRecord) => ReportingGrounds> {
  const processIds = [...new Set(measures.flatMap((measure) => measure.processIds))];
  const venueIds = [...new Set(measures.map(({ venueId }) => venueId))];
  const [processes, venues] = await Promise.all([
    stores.processes.byIds(processIds, fullKnowledge),
    stores.venues.byIds(venueIds),
  ]);
  const processById = new Map(processes.map((process) => [process._id, process]));
  const jurisdictions = new Map(venues.map((venue) => [venue._id, venue.jurisdictions ?? null]));
  return (measure) => ({
    laws: lawsOf(
      measure.processIds.flatMap((id) => processById.get(id) ?? []),
      knowledge,
    ),
    jurisdictions: jurisdictions.get(measure.venueId) ?? null,
  });
}
