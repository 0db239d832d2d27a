import { Field, ID, ObjectType } from 'type-graphql';

/** What a change rests on. Its transfers and its trace are looked up where they are asked for (alert.resolver.ts). */
@ObjectType('AlertCause', {
  description: 'Why something changed: what can be looked up. What does not apply is empty or null.',
})
export class AlertCauseType {
  @Field(() => [ID], {
    description:
      'Statements that say so, or that took it back; of a way of funds, what says whose the wallet is that it starts at, or ends at.',
  })
  readonly statementIds!: string[];

  readonly seqs!: readonly number[];

  readonly traceId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The designation that came or went.' })
  readonly designationId!: string | null;

  @Field(() => [String], {
    description: 'The list versions by which an actor stands as it does, `<list>@<version>`.',
  })
  readonly versions!: string[];

  @Field(() => ID, { nullable: true, description: 'The deposit registration, `<account> <wallet>`.' })
  readonly depositId!: string | null;
}
