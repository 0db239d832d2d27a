import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CommandContext } from './command.context';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { approves } from '../scopes';
import { approve, confirm, reject } from './deciding';
import { DecisionInput } from './measureActs.input';
import { proposalOfId } from './measureActs.resolver';

/** The second person's part. */
@Resolver()
export class DecisionsResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description:
      'Carries out what another person proposed, by its digest. All that it needs is asked again, as it is now.',
  })
  @Directive(approves)
  async approveProposal(
    @Ctx() context: CommandContext,
    @Arg('input', () => DecisionInput, { description: 'Which, and what was seen of it.' })
    { key, ...input }: DecisionInput,
  ): Promise<ProposalRecord> {
    return proposalOfId(context, await approve(context, { name: 'approveProposal', key, input }));
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'Refuses what another person proposed: it is not done, and cannot be approved any more.',
  })
  @Directive(approves)
  async rejectProposal(
    @Ctx() context: CommandContext,
    @Arg('input', () => DecisionInput, { description: 'Which, and what was seen of it.' })
    { key, ...input }: DecisionInput,
  ): Promise<ProposalRecord> {
    return proposalOfId(context, await reject(context, { name: 'rejectProposal', key, input }));
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'Confirms an emergency freeze of another person within its 24 hours: it stays in force.',
  })
  @Directive(approves)
  async confirmEmergencyFreeze(
    @Ctx() context: CommandContext,
    @Arg('input', () => DecisionInput, { description: 'Which, and what was seen of it.' })
    { key, ...input }: DecisionInput,
  ): Promise<ProposalRecord> {
    return proposalOfId(context, await confirm(context, { name: 'confirmEmergencyFreeze', key, input }));
  }
}
