import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import { caseSource } from '../caseFile/caseSource';
import { illustrative, lawCode, shortId, words } from '../caseFile/caseTerms';
import type { VenueFact } from './venue.facts';

/** `venues.yaml` */
const venuesForm = z
  .array(
    z.strictObject({
      id: shortId,
      name: words,
      jurisdictions: z.array(lawCode).min(1).optional(),
      illustrative,
    }),
  )
  .default([]);

/** Reads the venues of a case. */
export function readVenues(edition: CaseFolder, problems: CaseProblems): VenueFact[] {
  const source = caseSource(edition);
  const file = readYamlFile(edition.folder, 'venues.yaml', venuesForm);
  findDuplicates(file.data, (i) => file.at(i), problems);
  return file.data.map((venue) => ({ ...venue, source }));
}
