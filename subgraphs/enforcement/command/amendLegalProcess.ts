import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { actsForLegal } from '../scopes';
import { AmendLegalProcessInput } from './amendLegalProcess.input';
import type { CommandContext } from './command.context';
import { amendmentOf, decideOnProcess, requireReach } from './legalProcessDecision';
import { decideAmendment, rejectFutureTimes } from './process.rules';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class AmendLegalProcessResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Changes a legal process: its service, its time, its scope, its disclosure. Freezes on it end with it.',
  })
  @Directive(actsForLegal)
  amendLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => AmendLegalProcessInput, { description: 'The changes.' })
    { key, ...input }: AmendLegalProcessInput,
  ): Promise<Recorded> {
    const { process: id, reason } = input;
    return runCommand(context, {
      name: 'amendLegalProcess',
      key,
      // The digest of a command treats null as omitted: the removal of an expiry is recorded beside.
      input: input.expiry === null ? { ...input, withoutExpiry: true } : input,
      async decide() {
        rejectFutureTimes(input, context.now);
        await requireReach(context, input);
        const decided = await decideOnProcess(context, id, (before) =>
          decideAmendment(before, amendmentOf(input, context.caller)),
        );
        return { type: 'PROCESS_AMENDED', id, payload: { ...decided, reason } };
      },
    });
  }
}
