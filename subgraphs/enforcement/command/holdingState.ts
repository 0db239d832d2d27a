import { badUserInput } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import { requireAccount } from './loadDraftState';
import { requireAsset } from './movements.rules';
import { givenSource } from './source.input';

interface Place {
  readonly account: string;
  readonly asset: string;
  readonly source?: Parameters<typeof givenSource>[0];
}

export async function stateOf(context: CommandContext, { account: id, asset }: Place) {
  requireAsset(asset);
  const account = await requireAccount(context, id);
  const holdings = await context.stores.holdings.byAccounts(context.tenant, [id]);
  return { account, holding: holdings.find((holding) => holding.asset === asset) };
}

export const placeOf = (
  { _id, venueId, illustrative }: Awaited<ReturnType<typeof requireAccount>>,
  { asset, source }: Place,
) => ({ accountId: _id, venueId, asset, illustrative, source: givenSource(source) });

export function base(amount: bigint | null | undefined): string | null {
  if (amount !== null && amount !== undefined && amount < 0n)
    throw badUserInput('an amount is not less than 0');
  return amount?.toString() ?? null;
}
