import type { CaseFolder } from '../../../shared/case/caseFolder';
import { day } from '../../../shared/case/forms';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import { actorId, shortId, words } from '../caseFile/caseTerms';
import type { IncidentFact } from '../incident/incident.facts';
import { valuationEntry } from '../valuation/valuation.case';
import { sourceFact } from '../vocabulary/sourceFact';
import type { RecoveryFact } from './recovery.facts';

/** `recoveries.yaml` */
const recoveriesForm = z
  .array(
    z.strictObject({
      id: shortId,
      title: words,
      announcedOn: day,
      valuation: valuationEntry,
      accounts: z.int().min(0).nullable().default(null),
      incident: shortId.nullable().default(null),
      actors: z.array(actorId).default([]),
      source: words,
    }),
  )
  .default([]);

/** Reads the recoveries of a case. Its facts about them are from the public record. */
export function readRecoveries(
  edition: CaseFolder,
  incidents: readonly IncidentFact[],
  problems: CaseProblems,
): RecoveryFact[] {
  const file = readYamlFile(edition.folder, 'recoveries.yaml', recoveriesForm);
  findDuplicates(file.data, (i) => file.at(i), problems);
  const stored = (id: string) => `${edition.name}:${id}`;
  const known = new Set(incidents.map(({ id }) => id));
  file.data.forEach(({ incident }, i) => {
    if (incident && !known.has(stored(incident))) {
      problems.add(file.at(i, 'incident'), `${incident} is not in incidents.yaml`);
    }
  });
  const source = (id: string) => sourceFact(edition.source(id));
  return file.data.map(({ id, actors, incident, valuation, source: named, ...rest }) => ({
    ...rest,
    id: stored(id),
    actorIds: actors,
    incidentId: incident === null ? null : stored(incident),
    valuation: { ...valuation, source: source(valuation.source) },
    illustrative: false,
    source: source(named),
  }));
}
