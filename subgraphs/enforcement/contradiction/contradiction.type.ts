import { Field, ID, ObjectType } from 'type-graphql';
import type { ContradictionRecord } from './contradiction.record';

@ObjectType('Contradiction', { description: 'Claims that cannot all hold, and what a primary source says.' })
export class ContradictionType implements Omit<ContradictionRecord, '_id' | 'claimIds'> {
  @Field(() => ID, { description: 'The contradiction, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'What it is about.' })
  readonly topic!: string;

  @Field(() => String, { nullable: true, description: 'What a primary source says, in our words.' })
  readonly primary?: string | null;

  @Field(() => String, { nullable: true, description: 'What follows for what can be held, in our words.' })
  readonly explanation?: string | null;
}
