import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { CrossingKind } from './crossing.record';
import type { CrossingView } from './crossing.view';

const CrossingKindNames = { SWAP: 'SWAP', BRIDGE: 'BRIDGE' } as const satisfies Record<
  CrossingKind,
  CrossingKind
>;

registerEnumType(CrossingKindNames, {
  name: 'CrossingKind',
  description: 'The manner in which funds went on with another movement.',
  valuesConfig: {
    SWAP: { description: 'Into another asset of the same chain.' },
    BRIDGE: { description: 'To another chain.' },
  },
});

@ObjectType('Crossing', {
  description:
    'That funds went on from one transfer with another, of another asset or on another chain, as a source says.',
  simpleResolvers: true,
})
export class CrossingType implements CrossingView {
  @Field(() => CrossingKindNames, { description: 'A swap or a bridge.' })
  readonly kind!: CrossingKind;

  @Field(() => Source, { description: 'The source of the fact that the one transfer led to the other.' })
  readonly source!: SourceFacts;

  @Field(() => Boolean, { description: 'True where it is made up, to illustrate.' })
  readonly illustrative!: boolean;
}
