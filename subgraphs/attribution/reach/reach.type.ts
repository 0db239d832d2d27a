import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { Completeness } from '../../../shared/subgraph/completeness';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { Direction } from '../../../shared/subgraph/direction';
import { type ActorReference, ActorType } from '../actor/actor.type';
import type { CutsView } from '../tracing/cuts.view';
import type { CutReason } from '../tracing/engine/search/marks';
import { PathType, type PathView } from '../tracing/path.type';
import { describeCuts } from '../tracing/searchCut.type';
import { PageInfo } from '../vocabulary/valueTypes';
import { WalletType } from '../wallet/wallet.type';

/** The owner that a statement names for a reached wallet. */
export interface ReachedNameView {
  readonly actor: ActorReference | null;
  readonly label: string | null;
  readonly heldThen: boolean;
}

@ObjectType('ReachedName', {
  description: 'The owner that a statement names for a reached wallet.',
  simpleResolvers: true,
})
class ReachedName implements ReachedNameView {
  @Field(() => ActorType, {
    nullable: true,
    description: 'The actor; null where statements give only a label.',
  })
  readonly actor!: ActorReference | null;

  @Field(() => String, { nullable: true, description: 'The label, where no actor is named.' })
  readonly label!: string | null;

  @Field(() => Boolean, {
    description:
      'True where the wallet was theirs, by the statement, when funds moved there by the shown path.',
  })
  readonly heldThen!: boolean;
}

export interface ReachedWalletView {
  readonly wallet: WalletFacts;
  readonly custodial: boolean;
  readonly names: readonly ReachedNameView[];
  readonly categories: readonly string[];
  readonly path: PathView;
}

@ObjectType('ReachedWallet', {
  description: 'A wallet that was reached, and that is custodial or that somebody is named for.',
  simpleResolvers: true,
})
class ReachedWallet implements ReachedWalletView {
  @Field(() => WalletType, { description: 'The wallet.' })
  readonly wallet!: WalletFacts;

  @Field(() => Boolean, {
    description: "True where a venue takes deposits there; for a partner only its own venue's are marked.",
  })
  readonly custodial!: boolean;

  @Field(() => [ReachedName], { description: 'The named owners; may be empty.' })
  readonly names!: ReachedName[];

  @Field(() => [String], {
    description: "Its categories by statements, by GraphSense's concepts, such as `exchange`.",
  })
  readonly categories!: string[];

  @Field(() => PathType, {
    description:
      'The best path, in the order of time: fewest hops, then nearest in time to the wallet that is asked about.',
  })
  readonly path!: PathView;
}

export const ReachedWalletConnection = defineConnection<ReachedWalletView>({
  name: 'ReachedWallet',
  node: () => ReachedWallet,
  pageInfo: PageInfo,
});

/** The fields that the rows of owners and of categories share. */
@ObjectType('ReachedGroup', { description: 'The fields that rows of a reach share.', simpleResolvers: true })
abstract class ReachedGroup {
  @Field(() => Int, { description: 'Number of wallets that were reached.' })
  readonly wallets!: number;

  @Field(() => Int, { description: 'Number of hops to the nearest.' })
  readonly hops!: number;

  @Field(() => WalletType, { description: 'The nearest.' })
  readonly nearest!: WalletFacts;
}

@ObjectType('ReachedActor', { description: 'An owner of wallets that were reached.', simpleResolvers: true })
export class ReachedActor extends ReachedGroup {
  @Field(() => ActorType, {
    nullable: true,
    description: 'The actor; null where statements give only a label.',
  })
  readonly actor!: ActorReference | null;

  @Field(() => String, { nullable: true, description: 'The label, where no actor is named.' })
  readonly label!: string | null;
}

@ObjectType('ReachedCategory', {
  description: 'A category of wallets that were reached.',
  simpleResolvers: true,
})
export class ReachedCategory extends ReachedGroup {
  @Field(() => String, { description: "GraphSense's concept, such as `exchange` or `ransomware`." })
  readonly category!: string;
}

export interface WalletReachFacts extends CutsView {
  readonly direction: Direction;
  readonly completeness: Completeness;
  readonly snapshot: string;
  readonly walletCount: number;
  readonly actors: readonly ReachedActor[];
  readonly categories: readonly ReachedCategory[];
}

@ObjectType('WalletReach', {
  description:
    'The wallets, owners and categories that the funds of a wallet reached, or came from, and the share of the whole that was searched. For amounts see `exposure`.',
  simpleResolvers: true,
})
export class WalletReachType implements WalletReachFacts {
  @Field(() => Direction, { description: 'OUT: where its funds went. IN: where they came from.' })
  readonly direction!: Direction;

  @Field(() => Completeness, {
    description: 'The share of the whole that was searched. No rows and not COMPLETE is not "none".',
  })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers that was searched.' })
  readonly snapshot!: string;

  @Field(() => Int, {
    description: 'Number of wallets that were reached in all, also those that nobody is named for.',
  })
  readonly walletCount!: number;

  @Field(() => [ReachedActor], { description: 'The owners that somebody names, the nearest first.' })
  readonly actors!: ReachedActor[];

  @Field(() => [ReachedCategory], { description: 'The categories, the nearest first.' })
  readonly categories!: ReachedCategory[];

  readonly cutCount!: number;
  readonly cuts!: readonly { readonly wallet: WalletFacts; readonly reason: CutReason }[];
}
describeCuts(WalletReachType.prototype);
