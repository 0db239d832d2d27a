import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { AttributionView } from '../attribution/attribution.rules';
import { AttributionType } from '../attribution/attribution.type';
import { writesAttribution } from '../scopes';
import { type ManualContext, recordStatement } from './recordStatement';
import { StateAttributionInput } from './stateAttribution.input';
import { manualAttribution } from './stateAttribution.rules';

/** One of our own analysts says whose a wallet is. */
@Resolver()
export class StateAttributionResolver {
  @Mutation(() => AttributionType, {
    nullable: true,
    description:
      "Says that a wallet is an actor's, or is not. It is kept beside what others say, and shown to the operator only.",
  })
  @Directive(writesAttribution)
  async stateAttribution(
    @Arg('input', () => StateAttributionInput, { description: 'The statement.' })
    input: StateAttributionInput,
    @Ctx() context: ManualContext,
  ): Promise<AttributionView> {
    return recordStatement(manualAttribution(input, context), context);
  }
}
