import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { ApproximateTimeType } from '../approximateTime/approximateTime.type';
import type { ApproximateTime } from '../approximateTime/approximateTime.record';
import { PageInfo, Source } from '../vocabulary/valueTypes';
import type { ClaimStatus } from '../vocabulary/claimStatuses';
import type { ClaimRecord, ValueLink } from './claim.record';

export const Modality = {
  STATES: 'STATES',
  SUSPECTS: 'SUSPECTS',
  DENIES: 'DENIES',
  PREDICTS: 'PREDICTS',
} as const satisfies { readonly [Name in ClaimRecord['modality']]: Name };
registerEnumType(Modality, {
  name: 'Modality',
  description: 'How a source says what it says.',
  valuesConfig: {
    STATES: { description: 'It says that it is so.' },
    SUSPECTS: { description: 'It hedges: suspected, presumed, reportedly.' },
    DENIES: { description: 'It says that it is not so.' },
    PREDICTS: { description: 'It forecasts that it will be so; nobody had seen it then.' },
  },
});

export const ClaimStatusEnum = {
  UNCONTESTED: 'UNCONTESTED',
  SUPPORTED: 'SUPPORTED',
  CONTESTED: 'CONTESTED',
  UNSUPPORTED: 'UNSUPPORTED',
} as const satisfies { readonly [Name in ClaimStatus]: Name };
registerEnumType(ClaimStatusEnum, {
  name: 'ClaimStatus',
  description: 'How a claim stands among the contradictions that it is in, by the worst of them.',
  valuesConfig: {
    UNCONTESTED: { description: 'It is in none that the caller may see. That does not make it true.' },
    SUPPORTED: { description: 'A primary source supports it in each.' },
    CONTESTED: { description: 'It is in one that no primary source settles.' },
    UNSUPPORTED: { description: 'A primary source speaks in one, and does not support it.' },
  },
});

const ValueLinkKind = {
  PART_OF: 'PART_OF',
  SHARE_OF: 'SHARE_OF',
  SUM_OF: 'SUM_OF',
} as const satisfies { readonly [Name in ValueLink['kind']]: Name };
registerEnumType(ValueLinkKind, {
  name: 'ValueLinkKind',
  description: 'How a value hangs together with others.',
  valuesConfig: {
    PART_OF: { description: 'It is a part of the whole; parts of one whole do not overlap.' },
    SHARE_OF: { description: 'It is `percent` of the whole.' },
    SUM_OF: { description: 'It is the sum of the others.' },
  },
});

@ObjectType('ValueLink', {
  description:
    "How a claim's value hangs together with those of other claims, so that arithmetic can be checked.",
})
export class ValueLinkType implements Omit<ValueLink, 'claimIds'> {
  @Field(() => ValueLinkKind, { description: 'In which way.' })
  readonly kind!: ValueLink['kind'];

  @Field(() => String, { nullable: true, description: 'For SHARE_OF: the share in per cent, decimal.' })
  readonly percent?: string | null;

  readonly claimIds!: string[];
}

@ObjectType('Claim', { description: 'What a source says, with its place in the text and how it says it.' })
export class ClaimType implements Omit<
  ClaimRecord,
  '_id' | 'place' | 'published' | 'primary' | 'topicKey' | 'coveredBy' | 'lossEstimates' | 'about'
> {
  @Field(() => ID, { description: 'The claim, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'What the source says, in our words.' })
  readonly statement!: string;

  @Field(() => Modality, { description: 'How the source says it.' })
  readonly modality!: ClaimRecord['modality'];

  @Field(() => String, { description: 'Who or what it says something of, as the source names it.' })
  readonly subject!: string;

  @Field(() => String, { description: 'What it says of it, as a short name such as `froze_assets`.' })
  readonly predicate!: string;

  @Field(() => String, { nullable: true, description: 'What the predicate is about.' })
  readonly object?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number or amount, with ~, > or .. where it is not exact.',
  })
  readonly value?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit of `value`.' })
  readonly unit?: string | null;

  @Field(() => ApproximateTimeType, {
    nullable: true,
    description: 'When, as closely as the source says it.',
  })
  readonly time?: ApproximateTime | null;

  @Field(() => String, { nullable: true, description: 'What whoever read the source remarks on it.' })
  readonly note?: string | null;

  @Field(() => ValueLinkType, {
    nullable: true,
    description: 'How its value hangs together with those of other claims, where that is known.',
  })
  readonly valueLink?: ValueLink | null;

  @Field(() => Source, { description: 'Who says it, and where.' })
  readonly source!: SourceFacts;
}

export const ClaimConnection = defineConnection({ name: 'Claim', node: () => ClaimType, pageInfo: PageInfo });
