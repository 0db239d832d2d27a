import { Field, ObjectType } from 'type-graphql';
import { Completeness } from '../../../shared/subgraph/completeness';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { type AccountReference, AccountType } from '../account/account.type';
import { type ActorReference, ActorType } from '../actor/actor.type';
import { PageInfo } from '../vocabulary/valueTypes';
import { describeCuts } from './searchCut.type';
import { TraceType, type TraceView } from './trace.type';

export interface TracedAccountView {
  readonly account: AccountReference;
  readonly actor: ActorReference;
  readonly trace: TraceView;
  readonly possible: boolean;
}

@ObjectType('TracedAccount', {
  description:
    "An account that a linked actor's funds reached, by the best trace: fewest hops, then earliest.",
  simpleResolvers: true,
})
export class TracedAccountType implements TracedAccountView {
  @Field(() => AccountType, { description: 'The account.' })
  readonly account!: AccountReference;

  @Field(() => ActorType, { description: 'The linked actor whose wallet the trace starts at.' })
  readonly actor!: ActorReference;

  @Field(() => TraceType, { description: 'The way that the funds took.' })
  readonly trace!: TraceView;

  @Field(() => Boolean, {
    description:
      'True where it is possible only: accounts share the deposit wallet, and no tag says that it is of one of them only.',
  })
  readonly possible!: boolean;
}

export const TracedAccountConnection = defineConnection<TracedAccountView>({
  name: 'TracedAccount',
  node: () => TracedAccountType,
  pageInfo: PageInfo,
});
Field(() => Completeness, {
  description: 'The share of the whole that was searched. An empty list that is not COMPLETE is not "none".',
})(TracedAccountConnection.prototype as object, 'completeness');
describeCuts(TracedAccountConnection.prototype);
