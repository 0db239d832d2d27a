import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { proposedText, proposeMeasure } from './proposeMeasure';
import { SeizeInput } from './seizeAccount.input';

@Resolver()
export class SeizeAccountResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Records a seizure of frozen or blocked assets, on a warrant or order. ${proposedText}`,
  })
  @Directive(proposes)
  seizeAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => SeizeInput, { description: 'The account, and the basis.' }) input: SeizeInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'seizeAccount', act: 'SEIZE' }, input);
  }
}
