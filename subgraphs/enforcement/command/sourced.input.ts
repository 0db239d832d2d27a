import { Field, InputType } from 'type-graphql';
import { keyText } from './measureAct.input';
import { SourceInput } from './source.input';

@InputType({ description: 'The fields that several inputs share.' })
export class SourcedInput {
  @Field(() => SourceInput, { nullable: true, description: 'On whose word. Default: the operator.' })
  readonly source?: SourceInput | null;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
