import { Field, ID, InputType } from 'type-graphql';
import { EndReasonEnum } from '../measure/measure.type';
import type { EndReason } from '../vocabulary/measureKinds';
import { AmountInput, keyText } from './measureAct.input';

@InputType('ReleaseInput', { description: 'The end of one measure; others on the account stay.' })
export class ReleaseInput {
  @Field(() => ID, { description: 'The measure.' })
  readonly measure!: string;

  @Field(() => EndReasonEnum, {
    description: 'The reason for the end. A rule sets which reason can end which measure.',
  })
  readonly endReason!: EndReason;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The licence or court release that the end rests on; LICENCE, MISTAKEN_IDENTITY and COURT_ORDER need one.',
  })
  readonly processes?: string[] | null;

  @Field(() => [AmountInput], {
    nullable: true,
    description: 'The amounts that the owner gets back, each asset once.',
  })
  readonly amounts?: AmountInput[] | null;

  @Field(() => String, { description: 'The reason, for checkers and auditors.' })
  readonly reason!: string;

  @Field(() => String, { description: keyText })
  readonly key!: string;
}
