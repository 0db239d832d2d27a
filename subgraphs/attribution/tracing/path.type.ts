import { Field, ID, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { Completeness } from '../../../shared/subgraph/completeness';
import type { CutReason } from './engine/search/marks';
import type { CutsView } from './cuts.view';
import { describeCuts } from './searchCut.type';
import { HopType } from './trace.type';
import type { HopView } from './hop.view';

export interface PathView {
  readonly hops: readonly HopView[];
  readonly amount: bigint | null;
  readonly illustrative: boolean;
}

@ObjectType('Path', {
  description:
    'A path from one wallet to another: transfers in time order that come to no wallet twice in one asset. All are of one asset, except where a recorded swap or bridge leads on.',
  simpleResolvers: true,
})
export class PathType implements PathView {
  @Field(() => [HopType], { description: 'The transfers, first to last; none from a wallet to itself.' })
  readonly hops!: HopType[];

  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'The most that can have come this way, in base units of the last hop: the amount of the smallest hop since the last ' +
      'crossing. Null where there is no hop.',
  })
  readonly amount!: bigint | null;

  @Field(() => Boolean, {
    description: 'True where one of its transfers or crossings is made up, to illustrate.',
  })
  readonly illustrative!: boolean;
}

export interface PathResultView extends CutsView {
  readonly paths: readonly PathView[];
  readonly completeness: Completeness;
  readonly snapshot: string;
}

@ObjectType('PathResult', {
  description: 'The best paths between two wallets, and how much of the whole was searched for them.',
  simpleResolvers: true,
})
export class PathResultType implements PathResultView {
  @Field(() => [PathType], { description: 'Fewest hops first, then the earliest arrival.' })
  readonly paths!: PathType[];

  @Field(() => Completeness, {
    description:
      'COMPLETE where no path that belongs among these was omitted. An empty list that is not COMPLETE is not "none".',
  })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers that was searched.' })
  readonly snapshot!: string;

  readonly cutCount!: number;
  readonly cuts!: readonly { readonly wallet: WalletFacts; readonly reason: CutReason }[];
}
describeCuts(PathResultType.prototype);
