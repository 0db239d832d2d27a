import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import type { IncidentFact, RecoveryFact } from '../ledger/facts';
import { assetProblem } from './assetProblem';
import { incidentsForm, recoveriesForm } from './caseForms';
import { type CaseProblems, findDoubles } from './caseProblems';
import { sourceFact } from '../ledger/sourceFact';

export interface CaseIncidents {
  readonly incidents: readonly IncidentFact[];
  readonly recoveries: readonly RecoveryFact[];
}

/** Reads incidents and what was recovered of them. */
export function readIncidents(edition: CaseFolder, problems: CaseProblems): CaseIncidents {
  const incidents = readYamlFile(edition.folder, 'incidents.yaml', incidentsForm);
  const recoveries = readYamlFile(edition.folder, 'recoveries.yaml', recoveriesForm);
  findDoubles(incidents.data, (i) => incidents.at(i), problems);
  findDoubles(recoveries.data, (i) => recoveries.at(i), problems);
  incidents.data.forEach(({ losses }, i) =>
    losses.forEach(({ asset }, at) => {
      const problem = assetProblem(asset);
      if (problem) problems.add(incidents.at(i, 'losses', at), problem);
    }),
  );
  const known = new Set(incidents.data.map(({ id }) => id));
  recoveries.data.forEach(({ incident }, i) => {
    if (incident && !known.has(incident)) {
      problems.add(recoveries.at(i, 'incident'), `${incident} is not in incidents.yaml`);
    }
  });
  const stored = (id: string) => `${edition.name}:${id}`;
  const source = (id: string) => sourceFact(edition.source(id));
  // What a case says of thefts and recoveries is from the public record.
  const illustrative = false;
  return {
    incidents: incidents.data.map(({ id, actors, valuations, source: named, ...rest }) => ({
      ...rest,
      id: stored(id),
      actorIds: actors,
      valuations: valuations.map((valuation) => ({ ...valuation, source: source(valuation.source) })),
      illustrative,
      source: source(named),
    })),
    recoveries: recoveries.data.map(({ id, actors, incident, valuation, source: named, ...rest }) => ({
      ...rest,
      id: stored(id),
      actorIds: actors,
      incidentId: incident === null ? null : stored(incident),
      valuation: { ...valuation, source: source(valuation.source) },
      illustrative,
      source: source(named),
    })),
  };
}
