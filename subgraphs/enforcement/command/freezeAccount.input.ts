import { Field, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { MeasureActInput } from './measureAct.input';

@InputType('FreezeInput', { description: 'A freeze of an account, on its legal bases.' })
export class FreezeInput extends MeasureActInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Its end, where that is to be before the last of its bases expires.',
  })
  readonly until?: Date | null;
}
