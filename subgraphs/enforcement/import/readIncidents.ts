import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import type { IncidentRecord } from '../incident/incident.record';
import type { RecoveryRecord } from '../recovery/recovery.record';
import { assetProblem } from './assetProblem';
import { incidentsForm, recoveriesForm } from './caseForms';
import { type CaseProblems, findDoubles } from './caseProblems';

export interface CaseIncidents {
  readonly incidents: readonly IncidentRecord[];
  readonly recoveries: readonly RecoveryRecord[];
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
  return {
    incidents: incidents.data.map(({ id, actors, valuations, source, ...rest }) => ({
      ...rest,
      _id: stored(id),
      actorIds: actors,
      valuations: valuations.map((valuation) => ({ ...valuation, source: edition.source(valuation.source) })),
      source: edition.source(source),
    })),
    recoveries: recoveries.data.map(({ id, actors, incident, valuation, source, ...rest }) => ({
      ...rest,
      _id: stored(id),
      actorIds: actors,
      incidentId: incident === null ? null : stored(incident),
      valuation: { ...valuation, source: edition.source(valuation.source) },
      source: edition.source(source),
    })),
  };
}
