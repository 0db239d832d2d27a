import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { AttributionRecord, TagFacts } from './attribution.record';
import type { AttributionView } from './attribution.rules';

export const Stance = {
  ASSERTS: 'ASSERTS',
  DISPUTES: 'DISPUTES',
  RETRACTS: 'RETRACTS',
} as const satisfies { readonly [Name in AttributionRecord['stance']]: Name };
registerEnumType(Stance, {
  name: 'Stance',
  description: 'The stance of a statement on "this wallet is that actor\'s".',
  valuesConfig: {
    ASSERTS: { description: 'It asserts it.' },
    DISPUTES: { description: 'It says that it is not so.' },
    RETRACTS: { description: 'Its source no longer asserts it.' },
  },
});

/** A tag of a pack, with the pack's title and creator. */
export type TagPackView = Omit<TagFacts, 'written' | 'clusterDefiner' | 'tagType'> & {
  readonly title: string;
  readonly creator: string;
};

@ObjectType('TagPack', {
  description: 'The fields of a tag beside the statement that it makes (GraphSense TagPack).',
  simpleResolvers: true,
})
export class TagPackType implements TagPackView {
  @Field(() => String, { description: 'The title of the pack.' })
  readonly title!: string;

  @Field(() => String, { description: 'The maker of the pack.' })
  readonly creator!: string;

  @Field(() => String, { description: 'The file of the pack, within the folder that was imported.' })
  readonly uri!: string;

  @Field(() => String, {
    description:
      'The currency that the tag names, such as `BTC`; it may be a token, which is on no chain of its own.',
  })
  readonly currency!: string;

  @Field(() => String, { nullable: true, description: 'The network that the tag names, where it does.' })
  readonly network?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The day of the tag's last change, as written; null where the pack does not say.",
  })
  readonly lastmod?: string | null;
}

@ObjectType('Attribution', {
  description:
    "A statement that a wallet is an actor's, or is not; or what its owner is called. Several may disagree: all are kept.",
})
export class AttributionType implements Omit<
  AttributionView,
  '_id' | 'walletId' | 'matchKey' | 'actorId' | 'concepts' | 'tag' | 'origin' | 'audience' | 'retracts'
> {
  @Field(() => ID, { description: 'The statement, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => Stance, { description: 'The stance: assertion, denial or retraction.' })
  readonly stance!: AttributionRecord['stance'];

  @Field(() => String, {
    nullable: true,
    description: "The source's name for the wallet or its owner; null where it names only the actor.",
  })
  readonly label?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The use of the wallet against others, such as `ransomware`; a concept of GraphSense.',
  })
  readonly abuse?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The rest of the source's facts: JSON where the source gave JSON, else its text.",
  })
  readonly context?: string | null;

  @Field(() => Int, { description: 'Confidence: 0 to 100, the level of `confidenceId`.' })
  readonly confidence!: number;

  @Field(() => ID, { description: "The basis of the confidence: GraphSense's id, such as `authority_data`." })
  readonly confidenceId!: string;

  @Field(() => String, { description: "The source's method." })
  readonly method!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day that the wallet was the actor's; null where nobody says.",
  })
  readonly heldFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day that it was the actor's; null where nobody says.",
  })
  readonly heldTo?: string | null;

  @Field(() => DateTimeScalar, {
    description:
      'The time since which this statement could be known: published, or recorded here. `knownAt` compares with it.',
  })
  readonly knownSince!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "The time at which this deployment stored it; null for a case's facts.",
  })
  readonly recordedAt?: Date | null;

  @Field(() => Boolean, { description: 'True where it is made up, to illustrate.' })
  readonly illustrative!: boolean;

  @Field(() => Boolean, {
    description:
      'The conflict: another statement of this wallet says the opposite, or names another owner. Owners are compared ' +
      'by their actors; where one of the two names no actor, by their labels.',
  })
  readonly disputed!: boolean;

  @Field(() => Boolean, { description: 'True where its own source has retracted it.' })
  readonly retracted!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}
