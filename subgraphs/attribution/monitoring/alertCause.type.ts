import { Field, ID, ObjectType } from 'type-graphql';

/**
 * The basis of a change. Its transfers and its trace are read where they are asked for (alert.resolver.ts).
 */
@ObjectType('AlertCause', {
  description:
    'The cause of a change: the records that can be looked up. A field that does not apply is empty or null.',
})
export class AlertCauseType {
  @Field(() => [ID], {
    description:
      'Statements that assert it, or that retracted one. For a path of funds: the statements about the owner of the wallet at its start, or at its end.',
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
