import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { actsForLegal } from '../scopes';
import type { CommandContext } from './command.context';
import { CorrectLegalProcessInput } from './correctLegalProcess.input';
import { requireRecordedBy } from './correction.rules';
import { decideOnProcess, processOf, requireReach } from './legalProcessDecision';
import { decideCorrection, partsToKeep, rejectFutureTimes } from './process.rules';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class CorrectLegalProcessResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a legal process, naming the event that recorded it last. Measures on it must have had a basis all the same; freezes on it end with it.',
  })
  @Directive(actsForLegal)
  correctLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectLegalProcessInput, { description: 'The mistake, and the corrected facts.' })
    { key, ...input }: CorrectLegalProcessInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctLegalProcess',
      key,
      input,
      async decide() {
        rejectFutureTimes(input, context.now);
        await requireReach(context, input);
        const decided = await decideOnProcess(context, id, (before) => {
          requireRecordedBy(before, event, id);
          const stated = { ...processOf(id, input, context.caller), ...partsToKeep(before, input) };
          return decideCorrection(before, stated);
        });
        return { type: 'CORRECTED', id, payload: { ...decided, corrects: event, reason } };
      },
    });
  }
}
