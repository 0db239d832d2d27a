import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { AccountRecord } from '../account/account.record';
import type { HoldingRecord } from '../holding/holding.record';
import { type Amounts, amountsRejection, move, unknownAmounts } from '../holding/holding.rules';
import { assetProblem } from '../caseFile/assetProblem';
import type { MovementFact } from '../holding/holding.facts';
import { reaches } from '../measure/transition.rules';
import { operatorSource } from './operatorSource';

export interface Moved {
  readonly asset: string;
  readonly amount: string;
}

/** Throws BAD_USER_INPUT for an id that is not of an asset that answers can show. */
export function requireAsset(asset: string): void {
  const problem = assetProblem(asset);
  if (problem) throw badUserInput(problem, { asset });
}

/** Assets that a measure or a process is on, each named once. Throws BAD_USER_INPUT. */
export function requireAssets(assets: readonly string[] | null | undefined): void {
  for (const [n, asset] of (assets ?? []).entries()) {
    requireAsset(asset);
    if (assets?.indexOf(asset) !== n)
      throw badUserInput(`assets names ${asset} twice: name each once`, { argument: 'assets', asset });
  }
}

/** @throws CordonError NEGATIVE_HELD or AMOUNTS_DO_NOT_ADD_UP, naming the account and the asset */
export function requireAmounts(accountId: string, asset: string, amounts: Amounts): void {
  const rejection = amountsRejection(amounts);
  if (rejection)
    throw new CordonError(rejection.code, `${accountId}, ${asset}: ${rejection.message}`, { asset });
}

/** @throws CordonError NOT_IN_SCOPE for an amount of an asset that a measure is not on */
export function requireReached(
  moved: readonly Moved[],
  { assets, what }: { readonly assets: readonly string[] | null; readonly what: string },
): void {
  const outside = moved.find(({ asset }) => !reaches({ assets: assets ? [...assets] : null }, asset));
  if (!outside) return;
  throw new CordonError('NOT_IN_SCOPE', `${what} is not on ${outside.asset}`, { asset: outside.asset });
}

/**
 * Moves amounts of an account between the columns of its holdings, each asset once.
 * @throws CordonError where more would leave than is held, or the columns would not add up
 */
export function movements(
  { _id: accountId, venueId, illustrative }: AccountRecord,
  { column, moved }: { readonly column: MovementFact['column']; readonly moved: readonly Moved[] },
  holdings: readonly HoldingRecord[],
): MovementFact[] {
  if (new Set(moved.map(({ asset }) => asset)).size < moved.length) {
    throw badUserInput('an asset is named twice: give one amount for each', { argument: 'amounts' });
  }
  return moved.map(({ asset, amount }) => {
    requireAsset(asset);
    if (BigInt(amount) <= 0n)
      throw badUserInput('an amount that moves is more than 0', { argument: 'amount' });
    const before = holdings.find((holding) => holding.accountId === accountId && holding.asset === asset);
    requireAmounts(accountId, asset, move(before ?? unknownAmounts, { column, amount }));
    return { accountId, venueId, asset, illustrative, column, amount, source: operatorSource };
  });
}
