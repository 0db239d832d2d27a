import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { MeasureRecord } from './measure.record';
import type { EndReason, MeasureKind } from '../vocabulary/measureKinds';

export const MeasureKindEnum = {
  FLAG: 'FLAG',
  RESTRICT: 'RESTRICT',
  FREEZE: 'FREEZE',
  BLOCK: 'BLOCK',
  SEIZE: 'SEIZE',
  FORFEIT: 'FORFEIT',
} as const satisfies { readonly [Name in MeasureKind]: Name };
registerEnumType(MeasureKindEnum, {
  name: 'MeasureKind',
  description: 'The kind of act on an account. Weakest first.',
  valuesConfig: {
    FLAG: { description: 'Marked for a look, by a claim or a rule.' },
    RESTRICT: { description: 'Its owner is limited in what it can do, until an expiry.' },
    FREEZE: { description: 'Nothing can be moved, on a legal process that was served.' },
    BLOCK: { description: 'Blocked under sanctions: frozen without end date, and not seized (OFAC FAQ 9).' },
    SEIZE: { description: 'Taken by an authority on a warrant or order.' },
    FORFEIT: { description: 'Title passed by a final order.' },
  },
});

export const EndReasonEnum = {
  EXPIRY: 'EXPIRY',
  WITHDRAWAL: 'WITHDRAWAL',
  COURT_ORDER: 'COURT_ORDER',
  LICENCE: 'LICENCE',
  DELISTING: 'DELISTING',
  MISTAKEN_IDENTITY: 'MISTAKEN_IDENTITY',
  CHECK_LAPSED: 'CHECK_LAPSED',
} as const satisfies { readonly [Name in EndReason]: Name };
registerEnumType(EndReasonEnum, {
  name: 'EndReason',
  description: 'The reason why a measure ended, or will end.',
  valuesConfig: {
    EXPIRY: { description: 'Its time, or that of its basis, ran out.' },
    WITHDRAWAL: { description: 'Its requester withdrew it.' },
    COURT_ORDER: { description: 'A court ordered it.' },
    LICENCE: { description: 'A licence allows what was blocked.' },
    DELISTING: { description: 'The designation that it rested on was removed.' },
    MISTAKEN_IDENTITY: { description: 'The owner is not who was meant (31 CFR 501.806).' },
    CHECK_LAPSED: { description: 'An emergency act that nobody checked within 24 hours.' },
  },
});

@ObjectType('Measure', { description: 'An act on an account, over an interval, on its legal bases.' })
export class MeasureType implements Pick<
  MeasureRecord,
  'kind' | 'from' | 'to' | 'endReason' | 'observed' | 'illustrative' | 'source'
> {
  @Field(() => ID, { description: 'The measure, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => MeasureKindEnum, { description: 'The kind of act.' })
  readonly kind!: MeasureKind;

  @Field(() => DateTimeScalar, { description: 'The first instant in force.' })
  readonly from!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant no longer in force; null where no end is known.',
  })
  readonly to?: Date | null;

  @Field(() => EndReasonEnum, {
    nullable: true,
    description: 'The reason why it ended, or will end; null without an end.',
  })
  readonly endReason?: EndReason | null;

  @Field(() => Boolean, {
    description:
      'True where somebody else did it and it was only seen: then it has no basis, maker or checker here.',
  })
  readonly observed!: boolean;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}
