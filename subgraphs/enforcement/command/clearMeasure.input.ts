import { Field, ID, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('ClearMeasureInput', { description: 'The end of a flag or a restriction.' })
export class ClearMeasureInput {
  @Field(() => ID, { description: 'The measure.' })
  readonly measure!: string;

  @Field(() => String, { description: 'The finding.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
