import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { matchKey, type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import { DateScalar } from '../../../shared/scalars/date';
import type { ActorFacts } from '../actor/actorFacts';
import { ActorType } from '../actor/actor.type';
import type { HasDesignations } from '../designation/designation.context';
import { inForceOn, listingsOn } from '../designation/designation.rules';
import { DesignationType } from '../designation/designation.type';
import { rejectFuture } from '../designation/rejectFuture';
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
  listings(
    @Root() wallet: WalletFacts,
    @Ctx() context: HasDesignations,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The day; default: every designation, ended ones too.',
    })
    asOf?: string,
  ) {
    if (asOf) rejectFuture(asOf, context.today);
    const key = matchKey(wallet);
    const designations = context.designationsOfWallet(key);
    return asOf ? listingsOn(designations, key, asOf) : designations;
  }
}

/** The wallets that an actor's designations list. */
@Resolver(() => ActorType)
export class ListedWalletsResolver {
  @FieldResolver(() => [WalletType], {
    description:
      'The addresses that its designations in force list, as wallets. One that cannot be parsed is a literal.',
  })
  listedWallets(@Root() actor: ActorFacts, @Ctx() context: HasDesignations) {
    const designations = inForceOn(context.designationsOf(actor._id), context.today);
    const ids = designations.flatMap(({ addresses }) => addresses.map(({ walletId }) => walletId));
    return [...new Set(ids)].sort().map(walletOfId);
  }
}
