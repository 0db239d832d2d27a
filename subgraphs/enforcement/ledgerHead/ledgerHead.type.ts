import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('LedgerHead', { description: "The head of the enforcement subgraph's ledger." })
export class LedgerHeadType {
  @Field(() => Int, { description: 'Number of events.' })
  readonly events!: number;

  @Field(() => String, { description: 'The hash of the last event, in hex; it covers every event before.' })
  readonly hash!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The newest checkpoint, a signed note (C2SP) that any verifier of such notes reads. Null where none was taken.',
  })
  readonly checkpoint!: string | null;
}
