import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasVenues } from '../venue/venue.context';
import { lawOf } from '../law/law.rules';
import { knowsAll, mayKnow } from '../legalProcess/disclosure.rules';
import type { MeasureRecord } from '../measure/measure.record';
import type { ReportingGrounds } from './reportingRules';

type Needed = Pick<HasLegalProcesses, 'stores' | 'knowledge'> & Pick<HasVenues, 'stores'>;

/**
 * Returns what duties of measures follow from: the laws of their bases, and the jurisdictions of their venues. A basis
 * that the caller may not know of counts only where there is no other: a duty never tells of a second, hidden basis.
 */
export async function blockGrounds(
  measures: readonly MeasureRecord[],
  { stores, knowledge }: Needed,
): Promise<(measure: MeasureRecord) => ReportingGrounds> {
  const processIds = [...new Set(measures.flatMap((measure) => measure.processIds))];
  const venueIds = [...new Set(measures.map(({ venueId }) => venueId))];
  const [processes, venues] = await Promise.all([
    stores.processes.byIds(processIds, knowsAll),
    stores.venues.byIds(venueIds),
  ]);
  const processById = new Map(processes.map((process) => [process._id, process]));
  const jurisdictions = new Map(venues.map((venue) => [venue._id, venue.jurisdictions ?? null]));
  return (measure) => {
    const bases = measure.processIds.flatMap((id) => processById.get(id) ?? []);
    const known = bases.filter((process) => mayKnow(process, knowledge));
    return {
      laws: (known.length > 0 ? known : bases).map(lawOf),
      jurisdictions: jurisdictions.get(measure.venueId) ?? null,
    };
  };
}
