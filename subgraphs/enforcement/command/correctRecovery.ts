import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { CorrectRecoveryInput } from './correctRecovery.input';
import { requireRecordedBy } from './correction.rules';
import { recoveryOf } from './publicFacts';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class CorrectRecoveryResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Corrects a recovery, naming the event that recorded it.',
  })
  @Directive(proposes)
  correctRecovery(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectRecoveryInput, { description: 'The mistake, and the corrected facts.' })
    { key, ...input }: CorrectRecoveryInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctRecovery',
      key,
      input,
      async decide() {
        const [row] = await context.stores.recoveries.byIds([id]);
        requireRecordedBy(row, event, id);
        const recoveries = [await recoveryOf(context, id, input)];
        return { type: 'CORRECTED', id, payload: { recoveries, corrects: event, reason } };
      },
    });
  }
}
