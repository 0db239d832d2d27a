import type { CaseFolder } from '../../../shared/case/caseFolder';
import { baseUnits } from '../../../shared/case/forms';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import type { AccountFact } from '../account/account.facts';
import { assetProblem } from '../caseFile/assetProblem';
import type { CaseProblems } from '../caseFile/caseProblems';
import { caseSource } from '../caseFile/caseSource';
import { accountId, illustrative, venueOfAccount, words } from '../caseFile/caseTerms';
import type { HoldingFact } from './holding.facts';
import { holdingId } from './holding.projection';
import { holdingProblem } from './holding.rules';

/** An omitted amount is one that nobody has observed. */
const amount = baseUnits.nullable().default(null);

/** `holdings.yaml` */
const holdingsForm = z
  .array(
    z.strictObject({
      account: accountId,
      /** CAIP-19 */
      asset: words,
      frozen: amount,
      inflow: amount,
      held: amount,
      seized: amount,
      released: amount,
      destroyed: amount,
      illustrative,
    }),
  )
  .default([]);

/** Reads what accounts have of each asset, and checks that the amounts add up. */
export function readHoldings(
  edition: CaseFolder,
  accounts: readonly AccountFact[],
  problems: CaseProblems,
): HoldingFact[] {
  const source = caseSource(edition);
  const file = readYamlFile(edition.folder, 'holdings.yaml', holdingsForm);
  const known = new Set(accounts.map(({ id }) => id));
  const seen = new Set<string>();
  return file.data.map(({ account, asset, illustrative: madeUp, ...amounts }, i) => {
    const id = holdingId({ accountId: account, asset });
    if (!known.has(account)) problems.add(file.at(i, 'account'), `${account} is not in accounts.yaml`);
    if (seen.has(id)) problems.add(file.at(i), `${account} has ${asset} twice`);
    seen.add(id);
    const wrong = [assetProblem(asset), holdingProblem(amounts)].filter((problem) => problem !== null);
    for (const problem of wrong) problems.add(file.at(i), problem);
    return {
      accountId: account,
      venueId: venueOfAccount(account),
      asset,
      illustrative: madeUp,
      amounts,
      source,
    };
  });
}
