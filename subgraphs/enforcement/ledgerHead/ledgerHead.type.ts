import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { LedgerCheck } from '../projection/watchProjections';

const LedgerCheckOutcome = {
  WHOLE: 'WHOLE',
  REBUILT: 'REBUILT',
  LEDGER_DAMAGED: 'LEDGER_DAMAGED',
  UNKNOWN: 'UNKNOWN',
} as const satisfies { readonly [Outcome in LedgerCheck['outcome']]: Outcome };

registerEnumType(LedgerCheckOutcome, {
  name: 'LedgerCheckOutcome',
  description: 'How a check of the ledger ended.',
  valuesConfig: {
    WHOLE: { description: 'Every event is as it was written, and in its place.' },
    REBUILT: { description: 'The events are whole. Views differed from them, and were rebuilt.' },
    LEDGER_DAMAGED: { description: 'Events were edited, moved or removed.' },
    UNKNOWN: { description: 'The check could not be carried out: nothing is known from it.' },
  },
});

@ObjectType('LedgerVerification', {
  description: 'The last check of the ledger by the process that answers.',
  simpleResolvers: true,
})
export class LedgerVerificationType implements LedgerCheck {
  @Field(() => DateTimeScalar, { description: 'When it ended.' })
  readonly at!: Date;

  @Field(() => LedgerCheckOutcome, { description: 'How it ended.' })
  readonly outcome!: LedgerCheck['outcome'];

  @Field(() => Boolean, {
    description: 'True where what answers are made of was compared with the ledger too.',
  })
  readonly viewsCompared!: boolean;
}

@ObjectType('LedgerHead', { description: "The head of the enforcement subgraph's ledger." })
export class LedgerHeadType {
  @Field(() => Int, { description: 'Number of events.' })
  readonly events!: number;

  @Field(() => String, { description: 'The hash of the last event, in hex; it covers every event before.' })
  readonly hash!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The newest checkpoint, a signed note (C2SP) that any verifier of such notes reads. Null where none was taken.',
  })
  readonly checkpoint!: string | null;

  @Field(() => LedgerVerificationType, {
    nullable: true,
    description: 'Null until the first check after a start has ended.',
  })
  readonly verification!: LedgerCheck | null;
}
