import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../valueTypes';
import type { AttributionRecord } from './attribution.record';
import type { AttributionView } from './attribution.rules';

const Stance = {
  ASSERTS: 'ASSERTS',
  DISPUTES: 'DISPUTES',
  RETRACTS: 'RETRACTS',
} as const satisfies { readonly [Name in AttributionRecord['stance']]: Name };
registerEnumType(Stance, {
  name: 'Stance',
  description: 'How a statement stands to "this wallet is that actor\'s".',
  valuesConfig: {
    ASSERTS: { description: 'It says so.' },
    DISPUTES: { description: 'It says that it is not so.' },
    RETRACTS: { description: 'Its source no longer says so.' },
  },
});

@ObjectType('Attribution', {
  description: "A statement that a wallet is an actor's, or is not. Several may disagree: all are kept.",
})
export class AttributionType implements Omit<AttributionView, '_id' | 'walletId' | 'matchKey' | 'actorId'> {
  @Field(() => ID, { description: 'The statement, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => Stance, { description: 'Whether it says so, denies it, or takes it back.' })
  readonly stance!: AttributionRecord['stance'];

  @Field(() => Int, { description: 'How sure it is: 0 to 100, the level of `confidenceId`.' })
  readonly confidence!: number;

  @Field(() => ID, { description: "What that rests on: GraphSense's id, such as `authority_data`." })
  readonly confidenceId!: string;

  @Field(() => String, { description: 'How its source came to say so.' })
  readonly method!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day that the wallet was the actor's; null where nobody says.",
  })
  readonly heldFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day that it was the actor's; null where nobody says.",
  })
  readonly heldTo?: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when this statement could be known.' })
  readonly knownSince!: Date;

  @Field(() => Boolean, { description: 'True where it is made up, to illustrate.' })
  readonly illustrative!: boolean;

  @Field(() => Boolean, {
    description: 'Whether another statement of this wallet names another actor, or says the opposite.',
  })
  readonly disputed!: boolean;

  @Field(() => Boolean, { description: 'Whether its own source has taken it back.' })
  readonly retracted!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}
