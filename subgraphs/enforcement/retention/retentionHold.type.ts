import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { PageInfo, Source } from '../vocabulary/valueTypes';
import type { RetentionHoldRecord } from './retentionHold.record';

@ObjectType('RetentionHold', {
  description: 'While it is in place, nothing about its accounts may be disposed of.',
})
export class RetentionHoldType implements Pick<
  RetentionHoldRecord,
  'accountIds' | 'from' | 'to' | 'reason' | 'illustrative'
> {
  @Field(() => ID, { description: 'The hold, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => [ID], { description: 'The accounts that it covers.' })
  readonly accountIds!: string[];

  @Field(() => DateTimeScalar, { description: 'From when it is in place.' })
  readonly from!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time at which it was lifted; null: not yet.',
  })
  readonly to!: Date | null;

  @Field(() => String, { description: 'The reason for the hold.' })
  readonly reason!: string;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

export const RetentionHoldConnection = defineConnection({
  name: 'RetentionHold',
  node: () => RetentionHoldType,
  pageInfo: PageInfo,
});
