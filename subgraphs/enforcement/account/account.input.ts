import { ArgsType, Field, ID, Int } from 'type-graphql';
import { AccountStatusEnum } from '../measure/measure.type';
import type { AccountStatus } from '../measure/measureKinds';

@ArgsType()
export class AccountsArguments {
  @Field(() => AccountStatusEnum, { nullable: true, description: 'Only accounts of this status now.' })
  readonly status?: AccountStatus | null;

  @Field(() => ID, { nullable: true, description: 'Only accounts at this venue.' })
  readonly venue?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'How many rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
