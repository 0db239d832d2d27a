import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import { badUserInput } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfAll,
  readPageArguments,
} from '../../../shared/pagination/page';
import { type ActorReference, ActorType } from '../actor/actor.type';
import { readsAttribution } from '../scopes';
import type { HasCaller } from '../vocabulary/hasCaller';
import { WalletConnection } from '../wallet/walletConnection.type';
import type { HasAttributions } from './attribution.context';
import { assertionsInForce } from './attribution.rules';
import { minTraceConfidence } from './confidence';

@Resolver(() => ActorType)
export class ActorWalletsResolver {
  @FieldResolver(() => WalletConnection, {
    nullable: true,
    description: 'The wallets that statements attribute to it, also where that is disputed; sorted by id.',
  })
  @Directive(readsAttribution)
  async wallets(
    @Root() { id }: ActorReference,
    @Ctx() { attributionsByActor, now }: HasAttributions & HasCaller,
    @Arg('minConfidence', () => Int, {
      defaultValue: minTraceConfidence,
      description: 'Only by statements that are as sure as this: 0 to 100.',
    })
    minConfidence: number,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<WalletFacts>> {
    if (minConfidence < 0 || minConfidence > 100) {
      throw badUserInput(`minConfidence is ${minConfidence}: it goes from 0 to 100`, {
        argument: 'minConfidence',
      });
    }
    const page = readPageArguments(first, after);
    const assertions = assertionsInForce(await attributionsByActor.load(id), {
      minConfidence,
      knownAt: now,
    });
    const ids = [...new Set(assertions.map(({ walletId }) => walletId))].sort();
    const found = pageOfAll(ids, (walletId) => walletId, page);
    return connectionOfPage(found, (walletId) => walletId, walletOfId, page.after);
  }
}
