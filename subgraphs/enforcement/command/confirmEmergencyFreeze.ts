import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { approves } from '../scopes';
import type { CommandContext } from './command.context';
import { confirm } from './deciding';
import { DecisionInput } from './decision.input';
import { proposalOfId } from './proposeMeasure';

@Resolver()
export class ConfirmEmergencyFreezeResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'Confirms an emergency freeze of another person within its 24 hours: it stays in force.',
  })
  @Directive(approves)
  async confirmEmergencyFreeze(
    @Ctx() context: CommandContext,
    @Arg('input', () => DecisionInput, { description: 'The freeze, and its digest as seen.' })
    { key, ...input }: DecisionInput,
  ): Promise<ProposalRecord> {
    return proposalOfId(context, await confirm(context, { name: 'confirmEmergencyFreeze', key, input }));
  }
}
