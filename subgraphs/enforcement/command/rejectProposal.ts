import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { approves } from '../scopes';
import type { CommandContext } from './command.context';
import { reject } from './deciding';
import { DecisionInput } from './decision.input';
import { proposalOfId } from './proposeMeasure';

@Resolver()
export class RejectProposalResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: 'Rejects what another person proposed: it is not done, and cannot be approved any more.',
  })
  @Directive(approves)
  async rejectProposal(
    @Ctx() context: CommandContext,
    @Arg('input', () => DecisionInput, { description: 'The proposal, and its digest as seen.' })
    { key, ...input }: DecisionInput,
  ): Promise<ProposalRecord> {
    return proposalOfId(context, await reject(context, { name: 'rejectProposal', key, input }));
  }
}
