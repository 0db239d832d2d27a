import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { badUserInput } from '../../../shared/errors/cordonError';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { Direction } from '../../../shared/subgraph/direction';
import type { HasExposures } from './exposure.context';
import { readsAttribution } from '../scopes';
import { TaintMethod } from '../tracing/engine/taint/taintMethod';
import { WalletType } from '../wallet/wallet.type';
import { ExposureType } from './exposure.type';
import { exposurePolicy } from './exposurePolicy';

@Resolver(() => WalletType)
export class WalletExposureResolver {
  @FieldResolver(() => ExposureType, {
    description:
      'The origin of the funds that it received, or the destination of those that it sent: amounts by owner, in one hop or over other wallets. The search ends at wallets with a named owner, and at hubs.',
  })
  @Directive(readsAttribution)
  @Directive('@cost(weight: 1000)')
  async exposure(
    @Root() wallet: WalletFacts,
    @Ctx() { exposureOf }: HasExposures,
    @Arg('direction', () => Direction, {
      description: 'IN or OUT; ANY is BAD_USER_INPUT: they are two questions.',
    })
    direction: Direction,
    @Arg('maxHops', () => Int, {
      defaultValue: exposurePolicy.defaultHops,
      description: `Maximum distance of a named wallet in hops: 1 to ${exposurePolicy.maxHops}.`,
    })
    maxHops: number,
    @Arg('method', () => TaintMethod, {
      defaultValue: TaintMethod.HAIRCUT,
      description: 'The method by which mixed funds are told apart.',
    })
    method: TaintMethod,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'Only transfers up to then; default: all. Owners are named by the statements known now.',
    })
    asOf?: Date | null,
  ): Promise<ExposureType> {
    if (direction === 'ANY') {
      throw badUserInput(
        'direction ANY: funds come from one side or go to the other; ask for IN, OUT, or both',
        {
          argument: 'direction',
        },
      );
    }
    if (maxHops < 1 || maxHops > exposurePolicy.maxHops) {
      throw badUserInput(`maxHops ${maxHops}: it is 1 to ${exposurePolicy.maxHops}`, { argument: 'maxHops' });
    }
    return exposureOf({ walletId: wallet.id, direction, maxHops, method, asOf: asOf ?? null });
  }
}
