import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { SourceFact } from '../vocabulary/factForms';
import { operatorSource } from './operatorSource';

@InputType('SourceInput', { description: 'The source, with the place.' })
export class SourceInput {
  @Field(() => String, { description: 'A name of the source, unique within the deployment.' })
  readonly id!: string;

  @Field(() => String, { description: 'The title as published.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Its publisher.' })
  readonly publisher?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of publication.' })
  readonly publishedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The address where it can be read.' })
  readonly url?: string | null;
}

/** The source that was given; the operator itself where none was. */
export function givenSource(source: SourceInput | null | undefined): SourceFact {
  if (!source) return operatorSource;
  const { id, title, publisher, publishedOn, url } = source;
  // A quote is only believed where it was checked against its text (import claims).
  return {
    id,
    title,
    publisher: publisher ?? null,
    publishedOn: publishedOn ?? null,
    url: url ?? null,
    quote: null,
  };
}
