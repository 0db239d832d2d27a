import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { maxRegistrations } from '../deposit/deposit.rules';
import { DepositRegistration } from '../deposit/depositRegistration.type';
import { writesDeposits } from '../scopes';
import { checkCount, type DepositContext, sourceOf } from './depositCommand';
import { EndedDepositWalletInput } from './depositWallets.input';
import { endDeposits } from './stateDeposits';

@Resolver()
export class EndDepositWalletsResolver {
  @Mutation(() => [DepositRegistration], {
    nullable: true,
    description: `Ends deposit wallets of accounts, as of a time or from the start. A partner may end only those of its own venue's accounts. Earlier statements are kept. Up to ${maxRegistrations} rows, each independent; outcomes are in their order.`,
  })
  @Directive(writesDeposits)
  endDepositWallets(
    @Ctx() context: DepositContext,
    @Arg('wallets', () => [EndedDepositWalletInput], { description: 'The wallets, with their accounts.' })
    rows: readonly EndedDepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    checkCount(rows);
    const { stores, tenant } = context;
    return endDeposits(stores.deposits, { rows, tenant, source: sourceOf(context) });
  }
}
