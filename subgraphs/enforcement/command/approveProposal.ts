import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { approves } from '../scopes';
import type { CommandContext } from './command.context';
import { approve } from './deciding';
import { DecisionInput } from './decision.input';
import { proposalOfId } from './proposeMeasure';

@Resolver()
export class ApproveProposalResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description:
      'Carries out what another person proposed, by its digest. All that it needs is asked again, as it is now.',
  })
  @Directive(approves)
  async approveProposal(
    @Ctx() context: CommandContext,
    @Arg('input', () => DecisionInput, { description: 'The proposal, and its digest as seen.' })
    { key, ...input }: DecisionInput,
  ): Promise<ProposalRecord> {
    return proposalOfId(context, await approve(context, { name: 'approveProposal', key, input }));
  }
}
