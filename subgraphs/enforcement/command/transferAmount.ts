import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { proposalOfId, proposedText } from './proposeMeasure';
import { propose } from './proposing';
import { TransferInput } from './transferAmount.input';

@Resolver()
export class TransferAmountResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Moves an amount out of an account. ${proposedText}`,
  })
  @Directive(proposes)
  async transferAmount(
    @Ctx() context: CommandContext,
    @Arg('input', () => TransferInput, { description: 'The amount, and the target.' })
    { key, ...input }: TransferInput,
  ): Promise<ProposalRecord> {
    const { from, to, asset, amount, processes, reason } = input;
    const id = await propose(
      context,
      { name: 'transferAmount', key, input },
      {
        act: 'TRANSFER',
        accountId: from,
        toAccountId: to ?? null,
        asset,
        amount: amount.toString(),
        processIds: processes ?? [],
        reason,
      },
    );
    return proposalOfId(context, id);
  }
}
