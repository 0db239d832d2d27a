import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import type { HoldingRecord } from '../holding/holding.record';
import { holdingProblem } from '../holding/holding.rules';
import { holdingsForm } from './caseForms';
import { assetProblem } from './assetProblem';
import type { CaseProblems } from './caseProblems';
import { type CaseAccounts, venueOfAccount } from './readAccounts';

/** Reads what accounts have of each asset, and checks that the amounts add up. */
export function readHoldings(
  { folder }: CaseFolder,
  { accounts }: CaseAccounts,
  problems: CaseProblems,
): HoldingRecord[] {
  const file = readYamlFile(folder, 'holdings.yaml', holdingsForm);
  const known = new Set(accounts.map(({ _id }) => _id));
  const seen = new Set<string>();
  return file.data.map(({ account, asset, ...holding }, i) => {
    const _id = `${account}/${asset}`;
    if (!known.has(account)) problems.add(file.at(i, 'account'), `${account} is not in accounts.yaml`);
    if (seen.has(_id)) problems.add(file.at(i), `${account} has ${asset} twice`);
    seen.add(_id);
    const wrong = [assetProblem(asset), holdingProblem(holding)].filter((problem) => problem !== null);
    for (const problem of wrong) problems.add(file.at(i), problem);
    return { ...holding, _id, accountId: account, venueId: venueOfAccount(account), asset };
  });
}
