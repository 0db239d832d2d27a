import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { Retention, RetentionState } from './retention.rules';

const RetentionStateEnum = {
  NONE: 'NONE',
  HELD: 'HELD',
  IN_FORCE: 'IN_FORCE',
  RUNNING: 'RUNNING',
  OVER: 'OVER',
} as const satisfies { readonly [Name in RetentionState]: Name };
registerEnumType(RetentionStateEnum, {
  name: 'RetentionState',
  description: 'The state of retention.',
  valuesConfig: {
    NONE: { description: 'No measure ever existed: the rule does not ask for anything.' },
    HELD: { description: 'A retention hold is in place: nothing may be disposed of, however old.' },
    IN_FORCE: { description: 'A measure is in force: the time has not begun.' },
    RUNNING: { description: 'To be kept until a day.' },
    OVER: { description: 'That day is over.' },
  },
});

@ObjectType('Retention', {
  description: 'The retention of records (31 CFR 501.601).',
  simpleResolvers: true,
})
export class RetentionType implements Retention {
  @Field(() => RetentionStateEnum, { description: 'The state.' })
  readonly state!: RetentionState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, in New York, on which they must be there; null while blocked or held.',
  })
  readonly until!: string | null;

  @Field(() => String, { description: 'The reason for the day.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'The rule that was used.' })
  readonly rule!: string | null;
}
