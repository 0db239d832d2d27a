import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The retraction of a statement of our own analysts.' })
export class RetractAttributionInput {
  @Field(() => ID, { description: 'Made up by the client, once for this: as in `stateAttribution`.' })
  readonly key!: string;

  @Field(() => ID, { description: 'The statement to retract.' })
  readonly id!: string;

  @Field(() => String, { description: 'Reason: 1 to 2,000 characters.' })
  readonly reason!: string;
}
