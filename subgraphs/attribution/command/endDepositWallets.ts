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
    description:
      "Says that deposit wallets are not their accounts' any more, or never were; a partner of its own venue's accounts " +
      `alone. What was said before is kept. Up to ${maxRegistrations} rows, each for itself: what became of each, in their order.`,
  })
  @Directive(writesDeposits)
  endDepositWallets(
    @Ctx() context: DepositContext,
    @Arg('wallets', () => [EndedDepositWalletInput], { description: 'Which wallets, of which accounts.' })
    rows: readonly EndedDepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    checkCount(rows);
    const { stores, tenant } = context;
    return endDeposits(stores.deposits, { rows, tenant, source: sourceOf(context) });
  }
}
