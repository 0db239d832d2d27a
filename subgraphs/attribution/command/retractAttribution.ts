import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { AttributionView } from '../attribution/attribution.rules';
import { AttributionType } from '../attribution/attribution.type';
import { writesAttribution } from '../scopes';
import { type ManualContext, recordStatement } from './recordStatement';
import { RetractAttributionInput } from './retractAttribution.input';
import { manualRetraction } from './retractAttribution.rules';

/** One of our own analysts retracts a statement. */
@Resolver()
export class RetractAttributionResolver {
  @Mutation(() => AttributionType, {
    nullable: true,
    description:
      'Retracts a statement of our own analysts. It stays, marked, and answers about the time before still show it. Statements of others can be disputed, but only their sources retract them.',
  })
  @Directive(writesAttribution)
  async retractAttribution(
    @Arg('input', () => RetractAttributionInput, { description: 'The statement to retract, and the reason.' })
    input: RetractAttributionInput,
    @Ctx() context: ManualContext,
  ): Promise<AttributionView> {
    const [statement] = await context.stores.attributions.byIds([input.id], context.tenant);
    if (!statement)
      throw new CordonError(
        'UNKNOWN_ENTITY',
        `there is no statement ${JSON.stringify(input.id.slice(0, 200))}`,
      );
    return recordStatement(manualRetraction(input, statement, context), context);
  }
}
