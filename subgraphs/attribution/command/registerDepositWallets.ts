import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { maxRegistrations } from '../deposit/deposit.rules';
import { DepositRegistration } from '../deposit/depositRegistration.type';
import { writesDeposits } from '../scopes';
import { checkCount, type DepositContext, sourceOf } from './depositCommand';
import { DepositWalletInput } from './depositWallets.input';
import { registerDeposits } from './stateDeposits';

@Resolver()
export class RegisterDepositWalletsResolver {
  @Mutation(() => [DepositRegistration], {
    nullable: true,
    description:
      'Registers wallets at which a venue takes deposits for accounts that the registry knows; a partner for its own ' +
      "venue's accounts alone, as its own word: funds that reach them are followed on, until the operator registers them too. " +
      `Up to ${maxRegistrations} rows, each for itself: what became of each, in their order. The same again changes nothing.`,
  })
  @Directive(writesDeposits)
  registerDepositWallets(
    @Ctx() context: DepositContext,
    @Arg('wallets', () => [DepositWalletInput], { description: 'Which wallets, for which accounts.' })
    rows: readonly DepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    checkCount(rows);
    const { stores, tenant } = context;
    return registerDeposits(stores.deposits, { rows, tenant, source: sourceOf(context) });
  }
}
