import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { hasScope } from '../../../shared/identity/identity';
import type { AttributionContext } from '../context';
import { writesDeposits } from '../scopes';
import { DepositWalletInput } from './deposit.input';
import { maxRegistrations } from './deposit.rules';
import { DepositRegistration } from './depositRegistration.type';
import { registerDeposits } from './registerDeposits';

@Resolver()
export class DepositResolver {
  @Mutation(() => [DepositRegistration], {
    nullable: true,
    description:
      'Registers wallets at which a venue takes deposits for accounts that the registry knows; a partner for its own ' +
      `venue's accounts alone. Up to ${maxRegistrations} rows, each for itself: what became of each, in their order. ` +
      'The same again changes nothing.',
  })
  @Directive(writesDeposits)
  registerDepositWallets(
    @Ctx() { caller, tenant, stores, now }: AttributionContext,
    @Arg('wallets', () => [DepositWalletInput], { description: 'Which wallets, for which accounts.' })
    rows: readonly DepositWalletInput[],
  ): Promise<DepositRegistration[]> {
    if (!hasScope(caller, 'deposits:write')) {
      throw new CordonError(
        'UNAUTHORIZED_FIELD_OR_TYPE',
        'deposits:write is needed to register deposit wallets',
      );
    }
    if (rows.length > maxRegistrations) {
      throw badUserInput(`there are ${rows.length} wallets: one call registers ${maxRegistrations}`, {
        argument: 'wallets',
      });
    }
    const who = tenant ?? 'house';
    const source = {
      id: `registration:${who}`,
      title: `Deposit wallets registered by ${tenant === null ? 'the house' : `the venue ${tenant}`}`,
      publisher: tenant,
      publishedOn: now.toISOString().slice(0, 10),
      url: null,
      quote: null,
    };
    return registerDeposits(stores.deposits, { rows, tenant, source });
  }
}
