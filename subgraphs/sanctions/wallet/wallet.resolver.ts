import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { matchKey, type WalletFacts } from '../../../shared/caip/wallet';
import { DateScalar } from '../../../shared/scalars/date';
import type { SanctionsContext } from '../context';
import { listingsOn } from '../designation/designation.rules';
import { DesignationType } from '../designation/designation.type';
import { WalletType } from './wallet.type';

@Resolver(() => WalletType)
export class WalletResolver {
  @FieldResolver(() => [DesignationType], {
    nullable: true,
    description:
      'The designations that list this wallet: all that are known, or those in force on a day. ' +
      'An address counts from the day on which its entry gained it, or, where that is not known, from the first day of the entry. ' +
      'An EVM address is listed on every EVM chain. An empty list says only that no imported source lists it.',
  })
  @Directive('@requiresScopes(scopes: [["sanctions:read"]])')
  async listings(
    @Root() wallet: WalletFacts,
    @Ctx() context: SanctionsContext,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The day; left out: every designation, ended ones too.',
    })
    asOf?: string,
  ) {
    const key = matchKey(wallet);
    const designations = await context.designationsByMatchKey.load(key);
    return asOf ? listingsOn(designations, key, asOf) : designations;
  }
}
