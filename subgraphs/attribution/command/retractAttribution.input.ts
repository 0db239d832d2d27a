import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'That a statement of our own analysts is taken back.' })
export class RetractAttributionInput {
  @Field(() => ID, { description: 'Made up by the client, once for this: as in `stateAttribution`.' })
  readonly key!: string;

  @Field(() => ID, { description: 'The statement that is taken back.' })
  readonly id!: string;

  @Field(() => String, { description: 'Reason: 1 to 2,000 characters.' })
  readonly reason!: string;
}
