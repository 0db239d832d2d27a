import { lawOf } from '../law/law.rules';
import { mayKnow, type ProcessKnowledge } from '../legalProcess/disclosure.rules';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { ReportingGrounds } from './reportingRules';

/**
 * Returns the laws of a measure's bases. A basis that the caller may not know of counts only where there is no other: a
 * duty never tells of a second, hidden basis.
 */
export function lawsOf(
  bases: readonly LegalProcessRecord[],
  knowledge: ProcessKnowledge,
): ReportingGrounds['laws'] {
  const known = bases.filter((process) => mayKnow(process, knowledge));
  return (known.length > 0 ? known : bases).map(lawOf);
}
