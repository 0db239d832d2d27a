import type { CaseFolder } from '../../../shared/case/caseFolder';
import { baseUnits, day } from '../../../shared/case/forms';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import { assetProblem } from '../caseFile/assetProblem';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import { actorId, shortId, words } from '../caseFile/caseTerms';
import { valuationEntry } from '../valuation/valuation.case';
import { sourceFact } from '../vocabulary/sourceFact';
import type { IncidentFact } from './incident.facts';

/** `incidents.yaml` */
const incidentsForm = z
  .array(
    z.strictObject({
      id: shortId,
      title: words,
      happenedOn: day,
      actors: z.array(actorId).default([]),
      losses: z.array(z.strictObject({ asset: words, amount: baseUnits })).default([]),
      valuations: z.array(valuationEntry).default([]),
      source: words,
    }),
  )
  .default([]);

/** Reads the incidents of a case. Its facts about thefts are from the public record. */
export function readIncidents(edition: CaseFolder, problems: CaseProblems): IncidentFact[] {
  const file = readYamlFile(edition.folder, 'incidents.yaml', incidentsForm);
  findDuplicates(file.data, (i) => file.at(i), problems);
  file.data.forEach(({ losses }, i) =>
    losses.forEach(({ asset }, at) => {
      const problem = assetProblem(asset);
      if (problem) problems.add(file.at(i, 'losses', at), problem);
    }),
  );
  const source = (id: string) => sourceFact(edition.source(id));
  return file.data.map(({ id, actors, valuations, source: named, ...rest }) => ({
    ...rest,
    id: `${edition.name}:${id}`,
    actorIds: actors,
    valuations: valuations.map((valuation) => ({ ...valuation, source: source(valuation.source) })),
    illustrative: false,
    source: source(named),
  }));
}
