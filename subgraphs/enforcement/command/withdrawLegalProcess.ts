import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { actsForLegal } from '../scopes';
import type { CommandContext } from './command.context';
import { decideOnProcess } from './legalProcessDecision';
import { decideWithdrawal } from './process.rules';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';
import { WithdrawLegalProcessInput } from './withdrawLegalProcess.input';

@Resolver()
export class WithdrawLegalProcessResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records that a legal process was withdrawn: freezes that rest only on it end now.',
  })
  @Directive(actsForLegal)
  withdrawLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => WithdrawLegalProcessInput, { description: 'The process, and the reason.' })
    { key, ...input }: WithdrawLegalProcessInput,
  ): Promise<Recorded> {
    const { process: id, reason } = input;
    return runCommand(context, {
      name: 'withdrawLegalProcess',
      key,
      input,
      async decide() {
        const decided = await decideOnProcess(context, id, (before) => decideWithdrawal(before, context.now));
        return { type: 'PROCESS_WITHDRAWN', id, payload: { ...decided, reason } };
      },
    });
  }
}
