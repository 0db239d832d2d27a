import { Field, ID, InputType, Int } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('CorrectRetentionHoldInput', { description: 'A retention hold as it reads from now on.' })
export class CorrectRetentionHoldInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The hold.' })
  readonly id!: string;

  @Field(() => [ID], { description: 'The accounts.' })
  readonly accounts!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The legal processes that it rests on; omitted: unchanged. An empty list: none.',
  })
  readonly processes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The reason for the hold; omitted: unchanged.' })
  readonly holdReason?: string | null;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
