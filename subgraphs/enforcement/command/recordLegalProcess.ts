import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { actsForLegal } from '../scopes';
import type { CommandContext } from './command.context';
import { processOf, requireReach } from './legalProcessDecision';
import { rejectFutureTimes, requireTimes } from './process.rules';
import { RecordLegalProcessInput } from './recordLegalProcess.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class RecordLegalProcessResolver {
  @Mutation(() => RecordedType, { nullable: true, description: 'Records a legal process.' })
  @Directive(actsForLegal)
  recordLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordLegalProcessInput, { description: 'The process.' })
    { key, ...input }: RecordLegalProcessInput,
  ): Promise<Recorded> {
    const id = `process:${randomUUID()}`;
    return runCommand(context, {
      name: 'recordLegalProcess',
      key,
      input,
      about: [id, ...input.scope],
      async decide() {
        rejectFutureTimes(input, context.now);
        await requireReach(context, input);
        const process = processOf(id, input, context.caller);
        requireTimes(process);
        return { type: 'PROCESS_RECORDED', id, payload: { processes: [process] } };
      },
    });
  }
}
