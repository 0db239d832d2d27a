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
  description: "The manner of a source's statement.",
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
  description: 'The status of a claim by the contradictions that it is in, the worst of them.',
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
  description: 'The relation of a value to others.',
  valuesConfig: {
    PART_OF: { description: 'It is a part of the whole; parts of one whole do not overlap.' },
    SHARE_OF: { description: 'It is `percent` of the whole.' },
    SUM_OF: { description: 'It is the sum of the others.' },
  },
});

@ObjectType('ValueLink', {
  description: "The relation of a claim's value to those of other claims, so that arithmetic can be checked.",
})
export class ValueLinkType implements Omit<ValueLink, 'claimIds'> {
  @Field(() => ValueLinkKind, { description: 'In which way.' })
  readonly kind!: ValueLink['kind'];

  @Field(() => String, { nullable: true, description: 'For SHARE_OF: the share in per cent, decimal.' })
  readonly percent?: string | null;

  readonly claimIds!: string[];
}

@ObjectType('Claim', { description: 'A statement of a source, with its place in the text and its modality.' })
export class ClaimType implements Omit<
  ClaimRecord,
  '_id' | 'place' | 'published' | 'primary' | 'topicKey' | 'coveredBy' | 'lossEstimates' | 'about'
> {
  @Field(() => ID, { description: 'The claim, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: "The source's statement, in our words." })
  readonly statement!: string;

  @Field(() => Modality, { description: 'The manner of the statement.' })
  readonly modality!: ClaimRecord['modality'];

  @Field(() => String, { description: 'The subject, as the source names it.' })
  readonly subject!: string;

  @Field(() => String, { description: 'The predicate, as a short name such as `froze_assets`.' })
  readonly predicate!: string;

  @Field(() => String, { nullable: true, description: 'The object of the predicate.' })
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
    description: 'The time, as precise as the source gives it.',
  })
  readonly time?: ApproximateTime | null;

  @Field(() => String, { nullable: true, description: 'A remark of the reader of the source.' })
  readonly note?: string | null;

  @Field(() => ValueLinkType, {
    nullable: true,
    description: 'The relation of its value to those of other claims, where that is known.',
  })
  readonly valueLink?: ValueLink | null;

  @Field(() => Source, { description: 'The source, with the place.' })
  readonly source!: SourceFacts;
}

export const ClaimConnection = defineConnection({ name: 'Claim', node: () => ClaimType, pageInfo: PageInfo });
