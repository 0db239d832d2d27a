import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { DesignationRecord } from './designation.record';

@ObjectType('Designation', {
  description: 'An entry of a list that designates an actor under programmes, over an interval.',
})
export class DesignationType implements Pick<
  DesignationRecord,
  'list' | 'entry' | 'programmes' | 'from' | 'to' | 'source'
> {
  @Field(() => ID, { description: 'The designation, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => ID, { description: 'The list, such as `ofac-sdn`.' })
  readonly list!: string;

  @Field(() => ID, { description: "The entry's number on that list." })
  readonly entry!: string;

  @Field(() => [String], { description: 'The programmes that it is made under, such as `DPRK2`.' })
  readonly programmes!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day in force; null where no source gives it, or only its month or year (`fromText`).',
  })
  readonly from?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The first day as the list writes it, where that is only a month or a year, such as `2022-02`.',
  })
  readonly fromText?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day in force, or the latest that it can be; null while it is in force.',
  })
  readonly to?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The last day as the list writes it, where that is only a month or a year, such as `2022-02`.',
  })
  readonly toText?: string | null;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;

  @Field(() => String, {
    nullable: true,
    description: 'The designating authority, as published; null where the list does not name it.',
  })
  readonly authority?: string | null;

  @Field(() => [DateScalar], { description: 'The days on which the list says that it changed the entry.' })
  readonly updatedOn?: readonly string[];
}
