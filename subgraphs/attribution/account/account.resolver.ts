import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { matchKey, type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import type { HasDeposits } from '../deposit/deposit.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { readsAccounts } from '../scopes';
import { isActive, type Registration } from '../deposit/registration.rules';
import { WalletType } from '../wallet/wallet.type';
import { type AccountReference, AccountType } from './account.type';
import { checkTenant } from '../vocabulary/tenant';

@Resolver(() => AccountType)
export class AccountResolver {
  @FieldResolver(() => [WalletType], {
    nullable: true,
    description: 'The wallets that its venue takes deposits for it at.',
  })
  @Directive(readsAccounts)
  async depositWallets(
    @Root() { id }: AccountReference,
    @Ctx() { depositsByAccount }: HasDeposits,
  ): Promise<WalletFacts[]> {
    const now = await depositsByAccount.load(id);
    return now.filter(isActive).map(({ walletId }) => walletOfId(walletId));
  }
}

@Resolver(() => WalletType)
export class WalletAccountsResolver {
  @FieldResolver(() => [AccountType], {
    nullable: true,
    description: 'The accounts whose deposit wallet this is; a partner sees only its own.',
  })
  @Directive(readsAccounts)
  accounts(
    @Root() wallet: WalletFacts,
    @Ctx() context: HasDeposits,
  ): AccountReference[] | Promise<AccountReference[]> {
    return accountsOf(wallet, {}, context);
  }
}

/** The accounts whose deposit wallet this is: at once where the request has read them already. */
export function accountsOf(
  wallet: WalletFacts,
  _none: object,
  { depositsByMatchKey }: HasDeposits,
): AccountReference[] | Promise<AccountReference[]> {
  const rows = depositsByMatchKey.rows(matchKey(wallet));
  return rows instanceof Promise ? rows.then(accountsIn) : accountsIn(rows);
}

const accountsIn = (deposits: readonly Registration[]): AccountReference[] =>
  [...new Set(deposits.filter(isActive).map(({ accountId }) => accountId))].sort().map((id) => ({ id }));

/** The account behind an entity reference: every account that is not another venue's, with deposit wallets or without. */
export function resolveAccountReference(
  reference: Readonly<Record<string, string>>,
  { tenant }: HasCaller,
): AccountReference {
  const id = reference['id'] ?? '';
  checkTenant(id, tenant);
  return { id };
}
