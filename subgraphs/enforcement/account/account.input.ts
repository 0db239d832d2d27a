import { ArgsType, Field, ID, Int } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { AccountStatusEnum } from '../vocabulary/accountStatus.type';
import type { AccountStatus } from '../vocabulary/measureKinds';

@ArgsType()
export class AccountsArguments {
  @Field(() => AccountStatusEnum, { nullable: true, description: 'Only accounts of this status.' })
  readonly status?: AccountStatus | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The instant at which they have the status; default: now. It dates only the measures: also accounts that became known later are in the list.',
  })
  readonly asOf?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Only accounts at this venue.' })
  readonly venue?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
