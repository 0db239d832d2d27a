import { Field, ID, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('LiftRetentionHoldInput', { description: 'The end of a retention hold.' })
export class LiftRetentionHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  readonly hold!: string;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
