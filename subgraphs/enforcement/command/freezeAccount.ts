import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { FreezeInput } from './freezeAccount.input';
import { proposedText, proposeMeasure } from './proposeMeasure';

@Resolver()
export class FreezeAccountResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Freezes an account, on a legal process that was served and is in force. ${proposedText}`,
  })
  @Directive(proposes)
  freezeAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => FreezeInput, { description: 'The account, and the basis.' }) input: FreezeInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'freezeAccount', act: 'FREEZE' }, input);
  }
}
