import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { AttributionContext } from '../context';
import { writesDeposits } from '../scopes';
import { DepositWalletInput, EndedDepositWalletInput } from './deposits.input';
import { maxRegistrations } from '../deposit/deposit.rules';
import { DepositRegistration } from '../deposit/depositRegistration.type';
import { endDeposits, registerDeposits } from './registerDeposits';

@Resolver()
export class DepositResolver {
  @Mutation(() => [DepositRegistration], {
    nullable: true,
    description:
      'Registers wallets at which a venue takes deposits for accounts that the registry knows; a partner for its own ' +
      "venue's accounts alone, as its own word: funds that reach them are followed on, until the house registers them too. " +
      `Up to ${maxRegistrations} rows, each for itself: what became of each, in their order. The same again changes nothing.`,
  })
  @Directive(writesDeposits)
  registerDepositWallets(
    @Ctx() context: AttributionContext,
    @Arg('wallets', () => [DepositWalletInput], { description: 'Which wallets, for which accounts.' })
    rows: readonly DepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    checkCount(rows);
    const { stores, tenant } = context;
    return registerDeposits(stores.deposits, { rows, tenant, source: sourceOf(context) });
  }

  @Mutation(() => [DepositRegistration], {
    nullable: true,
    description:
      "Says that deposit wallets are not their accounts' any more, or never were; a partner of its own venue's accounts " +
      `alone. What was said before is kept. Up to ${maxRegistrations} rows, each for itself: what became of each, in their order.`,
  })
  @Directive(writesDeposits)
  endDepositWallets(
    @Ctx() context: AttributionContext,
    @Arg('wallets', () => [EndedDepositWalletInput], { description: 'Which wallets, of which accounts.' })
    rows: readonly EndedDepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    checkCount(rows);
    const { stores, tenant } = context;
    return endDeposits(stores.deposits, { rows, tenant, source: sourceOf(context) });
  }
}

function checkCount(rows: readonly unknown[]): void {
  if (rows.length > maxRegistrations) {
    throw badUserInput(`there are ${rows.length} wallets: one call takes ${maxRegistrations}`, {
      argument: 'wallets',
    });
  }
}

function sourceOf({ tenant, now }: AttributionContext): SourceFacts {
  return {
    id: `registration:${tenant ?? 'house'}`,
    title: `Deposit wallets registered by ${tenant === null ? 'the house' : `the venue ${tenant}`}`,
    publisher: tenant,
    publishedOn: now.toISOString().slice(0, 10),
    url: null,
    quote: null,
  };
}
