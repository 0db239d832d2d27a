import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import type { AccountFact, VenueFact } from '../ledger/facts';
import { accountsForm, venuesForm } from './caseForms';
import { type CaseProblems, findDoubles } from './caseProblems';
import { caseSource } from './caseSource';

export interface CaseAccounts {
  readonly venues: readonly VenueFact[];
  readonly accounts: readonly AccountFact[];
}

/** The venue of an account's id: what stands before the first colon. */
export const venueOfAccount = (accountId: string) => accountId.slice(0, accountId.indexOf(':'));

/** Reads venues and their accounts. */
export function readAccounts(edition: CaseFolder, problems: CaseProblems): CaseAccounts {
  const { folder } = edition;
  const source = caseSource(edition);
  const venues = readYamlFile(folder, 'venues.yaml', venuesForm);
  const accounts = readYamlFile(folder, 'accounts.yaml', accountsForm);
  findDoubles(venues.data, (i) => venues.at(i), problems);
  findDoubles(accounts.data, (i) => accounts.at(i), problems);
  const known = new Set(venues.data.map(({ id }) => id));
  accounts.data.forEach(({ id }, i) => {
    if (!known.has(venueOfAccount(id))) {
      problems.add(accounts.at(i), `the venue of ${id} is not in venues.yaml`);
    }
  });
  return {
    venues: venues.data.map((venue) => ({ ...venue, source })),
    accounts: accounts.data.map(({ id, illustrative }) => ({
      id,
      venueId: venueOfAccount(id),
      illustrative,
      source,
    })),
  };
}
