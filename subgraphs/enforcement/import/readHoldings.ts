import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import { holdingProblem } from '../holding/holding.rules';
import { holdingId } from '../ledger/apply/holdings';
import type { HoldingFact } from '../ledger/facts';
import { holdingsForm } from './caseForms';
import { assetProblem } from './assetProblem';
import type { CaseProblems } from './caseProblems';
import { type CaseAccounts, venueOfAccount } from './readAccounts';
import { caseSource } from './caseSource';

/** Reads what accounts have of each asset, and checks that the amounts add up. */
export function readHoldings(
  edition: CaseFolder,
  { accounts }: CaseAccounts,
  problems: CaseProblems,
): HoldingFact[] {
  const source = caseSource(edition);
  const file = readYamlFile(edition.folder, 'holdings.yaml', holdingsForm);
  const known = new Set(accounts.map(({ id }) => id));
  const seen = new Set<string>();
  return file.data.map(({ account, asset, illustrative, ...amounts }, i) => {
    const id = holdingId({ accountId: account, asset });
    if (!known.has(account)) problems.add(file.at(i, 'account'), `${account} is not in accounts.yaml`);
    if (seen.has(id)) problems.add(file.at(i), `${account} has ${asset} twice`);
    seen.add(id);
    const wrong = [assetProblem(asset), holdingProblem(amounts)].filter((problem) => problem !== null);
    for (const problem of wrong) problems.add(file.at(i), problem);
    return { accountId: account, venueId: venueOfAccount(account), asset, illustrative, amounts, source };
  });
}
