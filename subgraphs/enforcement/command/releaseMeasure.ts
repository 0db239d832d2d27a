import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { plainAmounts, proposalOfId, proposedText } from './proposeMeasure';
import { propose } from './proposing';
import { ReleaseInput } from './releaseMeasure.input';

@Resolver()
export class ReleaseMeasureResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Ends one measure; an account under another stays under it. ${proposedText}`,
  })
  @Directive(proposes)
  async releaseMeasure(
    @Ctx() context: CommandContext,
    @Arg('input', () => ReleaseInput, { description: 'The measure, and the reason.' })
    { key, ...input }: ReleaseInput,
  ): Promise<ProposalRecord> {
    const { measure, endReason, processes, reason, amounts } = input;
    const [found] = await context.stores.measures.byIds(context.tenant, [measure]);
    if (!found) throw new CordonError('UNKNOWN_ENTITY', `there is no measure ${JSON.stringify(measure)}`);
    const id = await propose(
      context,
      { name: 'releaseMeasure', key, input },
      {
        act: 'RELEASE',
        measureId: measure,
        accountId: found.accountId,
        endReason,
        processIds: processes ?? [],
        reason,
        amounts: plainAmounts(amounts ?? []),
      },
    );
    return proposalOfId(context, id);
  }
}
