import { ArgsType, Field } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { PageOnlyArguments } from '../rows/page.input';
import type { ObligationState } from './obligation.rules';
import { ObligationStateEnum } from './obligation.type';

@ArgsType()
export class ObligationsArguments extends PageOnlyArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only those due before this day, and undetermined ones that arose before it.',
  })
  readonly dueBefore?: string | null;

  @Field(() => ObligationStateEnum, {
    nullable: true,
    description: 'Only those in this state; default: all.',
  })
  readonly state?: ObligationState | null;
}
