import { Field, ID, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('PlaceRetentionHoldInput', {
  description: 'While it is in place nothing of these accounts is disposed of.',
})
export class PlaceRetentionHoldInput {
  @Field(() => [ID], { description: 'The accounts.' })
  readonly accounts!: string[];

  @Field(() => [ID], { nullable: true, description: 'The legal processes that it rests on.' })
  readonly processes?: string[] | null;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
