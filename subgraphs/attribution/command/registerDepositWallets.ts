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
    description: `Registers wallets at which a venue takes deposits for accounts that the registry knows. A partner may do so only for its own venue's accounts, as its own statement: funds that reach them are followed on, until the operator registers them too. Up to ${maxRegistrations} rows, each independent; outcomes are in their order. A repetition changes nothing.`,
  })
  @Directive(writesDeposits)
  registerDepositWallets(
    @Ctx() context: DepositContext,
    @Arg('wallets', () => [DepositWalletInput], { description: 'The wallets, with their accounts.' })
    rows: readonly DepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    checkCount(rows);
    const { stores, tenant } = context;
    return registerDeposits(stores.deposits, { rows, tenant, source: sourceOf(context) });
  }
}
