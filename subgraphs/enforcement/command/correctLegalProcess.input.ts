import { Field, ID, InputType, Int } from 'type-graphql';
import { RecordLegalProcessInput } from './recordLegalProcess.input';
import { SourceInput } from './source.input';

@InputType('CorrectLegalProcessInput', {
  description: 'A legal process as it reads from now on, whole: what was typed wrong. Its withdrawal stays.',
})
export class CorrectLegalProcessInput extends RecordLegalProcessInput {
  @Field(() => Int, { description: 'The event that recorded it last.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The process.' })
  readonly id!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The assets (CAIP-19) that it reaches; null: all. Omitted: unchanged.',
  })
  override readonly assets?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a licence: true where it asks for a report of acts under it. Omitted: unchanged.',
  })
  override readonly reportRequired?: boolean | null;

  @Field(() => SourceInput, { nullable: true, description: 'On whose word. Omitted: unchanged.' })
  override readonly source?: SourceInput | null;

  @Field(() => String, { description: 'The mistake.' })
  readonly reason!: string;
}
