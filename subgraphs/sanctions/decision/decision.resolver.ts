import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CustomerMatchType } from '../customerMatch/customerMatch.type';
import type { HasDecisions } from './decision.context';
import { isInForce } from './decision.rules';
import { decisionView, MatchDecisionType } from './decision.type';

@Resolver(() => CustomerMatchType)
export class DecisionResolver {
  @FieldResolver(() => MatchDecisionType, {
    nullable: true,
    description: 'The last decision on it; null where nobody has decided.',
  })
  async decision(
    @Root() match: CustomerMatchType,
    @Ctx() { decisionOfMatch, today }: HasDecisions,
  ): Promise<MatchDecisionType | null> {
    const found = await decisionOfMatch.load(match.id);
    return found && decisionView(found, isInForce(found, match, today));
  }
}
