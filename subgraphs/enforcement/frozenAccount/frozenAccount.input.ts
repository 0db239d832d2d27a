import { ArgsType, Field, Int } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { MeasureKindEnum } from '../measure/measure.type';
import type { MeasureKind } from '../vocabulary/measureKinds';

@ArgsType()
export class FrozenAccountsArguments {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The instant at which the account must be held. Default: now. It dates the measures only.',
  })
  readonly asOf?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The measures as known at this instant; omitted: all that is known.',
  })
  readonly knownAt?: Date | null;

  @Field(() => [MeasureKindEnum], {
    nullable: true,
    description:
      'Only accounts under a measure of these kinds: FREEZE, BLOCK, SEIZE, FORFEIT. Default: any of the four.',
  })
  readonly kinds?: MeasureKind[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True to include accounts whose measures are on other assets than the traced one: `assetUnderMeasure` is false.',
  })
  readonly includeOtherAssets!: boolean;

  @Field(() => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}
