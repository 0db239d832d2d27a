import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { LegalProcessKind } from '../legalProcess/legalProcess.type';
import { Disclosure, ProcessTermsInput } from './legalProcess.input';
import { SourceInput } from './source.input';
import type { LegalProcessKind as Kind } from '../vocabulary/legalProcessKinds';

@InputType('RecordLegalProcessInput', { description: 'A legal process.' })
export class RecordLegalProcessInput extends ProcessTermsInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when it is no longer in force.' })
  readonly expiry?: Date | null;

  @Field(() => LegalProcessKind, { description: 'The kind.' })
  readonly kind!: Kind;

  @Field(() => String, { description: 'The issuing authority.' })
  readonly authority!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a designation: the law that it is under, `US`, `UK`, `EU`, `CH`, `UN` or ISO 3166-1 alpha-2 of another ' +
      'country. A SANCTIONS_DESIGNATION needs it.',
  })
  readonly law?: string | null;

  @Field(() => String, { nullable: true, description: "Its number in the authority's books." })
  readonly docket?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The time of issue.' })
  readonly issued?: Date | null;

  @Field(() => [ID], { description: 'The accounts that it names.' })
  readonly scope!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a licence: true where it asks for a report of acts under it. Default: false.',
  })
  readonly reportRequired?: boolean | null;

  @Field(() => Disclosure, { description: 'The callers who may know that it exists.' })
  readonly disclosure!: keyof typeof Disclosure;

  @Field(() => Boolean, { description: 'True where the subject may be told.' })
  readonly mayNotify!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => SourceInput, { nullable: true, description: 'On whose word. Default: the operator.' })
  readonly source?: SourceInput | null;
}
