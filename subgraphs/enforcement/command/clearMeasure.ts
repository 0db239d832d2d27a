import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { proposes } from '../scopes';
import { ClearMeasureInput } from './clearMeasure.input';
import type { CommandContext } from './command.context';
import { decideClearance } from './flag.rules';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class ClearMeasureResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Ends a flag or a restriction; nothing else.',
  })
  @Directive(proposes)
  async clearMeasure(
    @Ctx() context: CommandContext,
    @Arg('input', () => ClearMeasureInput, { description: 'The measure, and the reason.' })
    { key, ...input }: ClearMeasureInput,
  ): Promise<Recorded> {
    const { measure: id, reason } = input;
    // A measure stays on its account, so that what it is about can be known before.
    const [known] = await context.stores.measures.byIds(context.tenant, [id]);
    return runCommand(context, {
      name: 'clearMeasure',
      key,
      input,
      ...(known ? { about: [known.accountId] } : {}),
      async decide() {
        const [measure] = await context.stores.measures.byIds(context.tenant, [id]);
        if (!measure) throw new CordonError('UNKNOWN_ENTITY', `there is no measure ${JSON.stringify(id)}`);
        const measureChanges = [decideClearance(measure, context.now)];
        return { type: 'MEASURE_ENDED', id, payload: { measureChanges, reason } };
      },
    });
  }
}
