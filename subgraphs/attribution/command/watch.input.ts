import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A subject that is to be watched: one of wallet, account and actor.' })
export class WatchInput {
  @Field(() => ID, {
    description:
      'Made up by the client, once for this watch: sent again with the same key, it is the same watch. ' +
      '1 to 100 letters, digits, dots, hyphens and underscores.',
  })
  readonly key!: string;

  @Field(() => String, { nullable: true, description: 'An address in any written form, or a CAIP-10 id.' })
  readonly wallet?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An account, `<venue id>:<pseudonym>`; a partner: its own.',
  })
  readonly account?: string | null;

  @Field(() => ID, { nullable: true, description: 'An actor, such as `ofac:27307`; for the operator only.' })
  readonly actor?: string | null;

  @Field(() => String, { description: 'The purpose of the watch, in your words: 1 to 200 characters.' })
  readonly label!: string;
}
