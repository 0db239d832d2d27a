import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { MeasureActInput } from './measureAct.input';
import { proposedText, proposeMeasure } from './proposeMeasure';

@Resolver()
export class BlockAccountResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Blocks an account, on a designation in force; without expiry. ${proposedText}`,
  })
  @Directive(proposes)
  blockAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => MeasureActInput, { description: 'The account, and the basis.' })
    input: MeasureActInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'blockAccount', act: 'BLOCK' }, input);
  }
}
