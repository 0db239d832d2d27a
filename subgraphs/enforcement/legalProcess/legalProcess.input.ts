import { ArgsType, Field, ID } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { PageOnlyArguments } from '../rows/page.input';
import type { LegalProcessKind as Kind } from '../vocabulary/legalProcessKinds';
import { LegalProcessKind } from './legalProcess.type';

@ArgsType()
export class LegalProcessesArguments extends PageOnlyArguments {
  @Field(() => LegalProcessKind, { nullable: true, description: 'Only those of this kind.' })
  readonly kind?: Kind | null;

  @Field(() => ID, { nullable: true, description: 'Only those that name this account; a partner: its own.' })
  readonly account?: string | null;

  @Field(() => String, { nullable: true, description: 'Only the one with exactly this docket.' })
  readonly docket?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only those whose expiry is before this instant, expired ones too.',
  })
  readonly expiresBefore?: Date | null;
}
