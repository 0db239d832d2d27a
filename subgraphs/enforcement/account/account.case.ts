import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import { caseSource } from '../caseFile/caseSource';
import { accountId, illustrative, venueOfAccount } from '../caseFile/caseTerms';
import type { VenueFact } from '../venue/venue.facts';
import type { AccountFact } from './account.facts';

/** `accounts.yaml`: the venue is the first part of the id. */
const accountsForm = z.array(z.strictObject({ id: accountId, illustrative })).default([]);

/** Reads the accounts of a case, each at one of its venues. */
export function readAccounts(
  edition: CaseFolder,
  venues: readonly VenueFact[],
  problems: CaseProblems,
): AccountFact[] {
  const source = caseSource(edition);
  const file = readYamlFile(edition.folder, 'accounts.yaml', accountsForm);
  findDuplicates(file.data, (i) => file.at(i), problems);
  const known = new Set(venues.map(({ id }) => id));
  file.data.forEach(({ id }, i) => {
    if (!known.has(venueOfAccount(id))) {
      problems.add(file.at(i), `the venue of ${id} is not in venues.yaml`);
    }
  });
  return file.data.map((facts) => ({ ...facts, venueId: venueOfAccount(facts.id), source }));
}
