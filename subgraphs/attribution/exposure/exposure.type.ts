import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { Completeness } from '../../../shared/subgraph/completeness';
import { Direction } from '../../../shared/subgraph/direction';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import { type ActorReference, ActorType } from '../actor/actor.type';
import type { RestCause as RestCauseName } from '../tracing/engine/taint/exposureOf';
import { TaintMethod } from '../tracing/engine/taint/taintMethod';
import { Asset } from '../vocabulary/valueTypes';
import { WalletType } from '../wallet/wallet.type';
import { RestCause } from './exposureEnums';

/** Fields that an actor's row and a category's share. */
@ObjectType('ExposureAmounts', {
  description: 'The amounts that all rows of an exposure have.',
  simpleResolvers: true,
})
abstract class ExposureAmounts {
  @Field(() => BigIntScalar, {
    description:
      'In base units. Where wallets are contested, and under POISON, amounts of several rows overlap.',
  })
  readonly amount!: bigint;

  @Field(() => BigIntScalar, { description: 'The part that came, or went, in one hop.' })
  readonly direct!: bigint;

  @Field(() => BigIntScalar, { description: 'The part that came, or went, over other wallets.' })
  readonly indirect!: bigint;

  @Field(() => BigIntScalar, {
    description: 'The part from, or to, wallets for which other owners are named too.',
  })
  readonly contested!: bigint;

  @Field(() => Float, {
    description: '`amount` as a part of the total, rounded: 0 to 1, and more only under POISON.',
  })
  readonly share!: number;
}

@ObjectType('ActorExposure', {
  description: 'The exposure of a wallet to one owner of wallets.',
  simpleResolvers: true,
})
class ActorExposureType extends ExposureAmounts {
  @Field(() => ActorType, {
    nullable: true,
    description: 'The actor; null where statements give only a label.',
  })
  readonly actor!: ActorReference | null;

  @Field(() => String, { nullable: true, description: 'The label, where no actor is named.' })
  readonly label!: string | null;
}

@ObjectType('CategoryExposure', {
  description: 'The exposure of a wallet to wallets of one category. A wallet with several counts in each.',
  simpleResolvers: true,
})
class CategoryExposureType extends ExposureAmounts {
  @Field(() => String, { description: "GraphSense's concept, such as `exchange` or `ransomware`." })
  readonly category!: string;
}

@ObjectType('ExposureRest', {
  description: 'Funds that nobody is named for, and why.',
  simpleResolvers: true,
})
class ExposureRestType {
  @Field(() => RestCause, { description: 'The reason why nobody is named.' })
  readonly cause!: RestCauseName;

  @Field(() => BigIntScalar, { description: 'In base units.' })
  readonly amount!: bigint;
}

@ObjectType('AssetExposure', {
  description: "The origin of a wallet's funds, or their destination, in one asset.",
  simpleResolvers: true,
})
export class AssetExposureType {
  @Field(() => Asset, { description: 'The asset of the amounts.' })
  readonly asset!: AssetFacts;

  @Field(() => BigIntScalar, { description: 'All that the wallet received, or sent, by then.' })
  readonly total!: bigint;

  @Field(() => BigIntScalar, {
    description: 'The part from, or to, wallets with a named owner; each unit once.',
  })
  readonly attributed!: bigint;

  @Field(() => [ActorExposureType], { description: 'By owner, the largest amount first.' })
  readonly actors!: ActorExposureType[];

  @Field(() => [CategoryExposureType], { description: 'By category, the largest amount first.' })
  readonly categories!: CategoryExposureType[];

  @Field(() => [ExposureRestType], {
    description: 'The rest, by cause. But for POISON, `attributed` and these are the total, to the unit.',
  })
  readonly rest!: ExposureRestType[];
}

@ObjectType('ExposureCut', {
  description: 'A wallet at which the search stopped, though the hops allowed more.',
  simpleResolvers: true,
})
class ExposureCutType {
  @Field(() => WalletType, { description: 'The wallet.' })
  readonly wallet!: WalletFacts;

  @Field(() => Asset, { description: 'The asset that was followed.' })
  readonly asset!: AssetFacts;

  @Field(() => RestCause, { description: 'HUB or BUDGET.' })
  readonly cause!: RestCauseName;
}

@ObjectType('Exposure', {
  description:
    "The part of a wallet's received, or sent, funds from or to wallets with a named owner. Owners count with a confidence of 50 or more, by statements in force now. Exact; defined in docs/concepts/exposure.md.",
  simpleResolvers: true,
})
export class ExposureType {
  @Field(() => Direction, {
    description: 'IN: where what it received comes from. OUT: where what it sent went.',
  })
  readonly direction!: Direction;

  @Field(() => TaintMethod, { description: 'The rule by which mixed funds were told apart.' })
  readonly method!: TaintMethod;

  @Field(() => Completeness, {
    description:
      'The share of the whole that was examined, within the hops. No rows and not COMPLETE is not "none".',
  })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers that was examined.' })
  readonly snapshot!: string;

  @Field(() => [AssetExposureType], { description: 'One for each asset that it received, or sent.' })
  readonly assets!: AssetExposureType[];

  @Field(() => [ExposureCutType], { description: 'The first of the wallets at which the search stopped.' })
  readonly cut!: ExposureCutType[];

  @Field(() => Int, { description: 'Number of cuts.' })
  readonly cutCount!: number;
}
