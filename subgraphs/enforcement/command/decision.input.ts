import { Field, ID, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';

@InputType('DecisionInput', { description: "A checker's decision, with the digest of the content as seen." })
export class DecisionInput {
  @Field(() => ID, { description: 'The proposal.' })
  readonly proposal!: string;

  @Field(() => String, { description: 'Its `digest`, as the checker computed or saw it: SHA-256 in hex.' })
  readonly digest!: string;

  @Field(() => String, { nullable: true, description: 'A remark of the checker.' })
  readonly reason?: string | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
