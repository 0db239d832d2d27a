import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import { visibleProposal } from './deciding';
import type { Command } from './runCommand';
import type { MeasureDraft } from './draft';
import {
  type AmountInput,
  FreezeInput,
  MeasureActInput,
  ReleaseInput,
  SeizeInput,
  TransferInput,
} from './measureActs.input';
import { freezeInEmergency, propose } from './proposing';

const proposedText = 'Proposed here, and done when another person approves it (`approveProposal`).';

/** The acts that need two people: here the first of them. */
@Resolver()
export class MeasureActsResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Freezes an account, on a legal process that was served and is in force. ${proposedText}`,
  })
  @Directive(proposes)
  freezeAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => FreezeInput, { description: 'What to freeze, and on what.' }) input: FreezeInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'freezeAccount', act: 'FREEZE' }, input);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Blocks an account, on a designation in force; without expiry. ${proposedText}`,
  })
  @Directive(proposes)
  blockAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => MeasureActInput, { description: 'What to block, and on what.' })
    input: MeasureActInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'blockAccount', act: 'BLOCK' }, input);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Records a seizure of what is frozen or blocked, on a warrant or order. ${proposedText}`,
  })
  @Directive(proposes)
  seizeAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => SeizeInput, { description: 'What is seized, and on what.' }) input: SeizeInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'seizeAccount', act: 'SEIZE' }, input);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Records a forfeiture, on a final order. ${proposedText}`,
  })
  @Directive(proposes)
  forfeitAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => MeasureActInput, { description: 'What is forfeited, and on what.' })
    input: MeasureActInput,
  ): Promise<ProposalRecord> {
    return proposeMeasure(context, { name: 'forfeitAccount', act: 'FORFEIT' }, input);
  }

  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Ends one measure; an account under another stays under it. ${proposedText}`,
  })
  @Directive(proposes)
  async releaseMeasure(
    @Ctx() context: CommandContext,
    @Arg('input', () => ReleaseInput, { description: 'What ends, and why.' }) { key, ...input }: ReleaseInput,
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

  @Mutation(() => ProposalType, {
    nullable: true,
    description: `Moves an amount out of an account. ${proposedText}`,
  })
  @Directive(proposes)
  async transferAmount(
    @Ctx() context: CommandContext,
    @Arg('input', () => TransferInput, { description: 'What goes where.' }) { key, ...input }: TransferInput,
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

  @Mutation(() => ProposalType, {
    nullable: true,
    description:
      'Freezes an account at once, by one person. It needs all that a freeze needs but the second person, and ends after ' +
      '24 hours unless one confirms it (`confirmEmergencyFreeze`).',
  })
  @Directive(proposes)
  async emergencyFreeze(
    @Ctx() context: CommandContext,
    @Arg('input', () => FreezeInput, { description: 'What to freeze, and on what.' })
    { key, ...input }: FreezeInput,
  ): Promise<ProposalRecord> {
    const given = { name: 'emergencyFreeze' as const, key, input };
    return proposalOfId(context, await freezeInEmergency(context, given, draftOf('FREEZE', input)));
  }
}

type MeasureAsked = Omit<MeasureActInput, 'key'> &
  Partial<Pick<FreezeInput, 'until'> & Pick<SeizeInput, 'amounts'>>;

async function proposeMeasure(
  context: CommandContext,
  { name, act }: { readonly name: Command['name']; readonly act: MeasureDraft['act'] },
  { key, ...input }: MeasureAsked & { readonly key: string },
): Promise<ProposalRecord> {
  return proposalOfId(context, await propose(context, { name, key, input }, draftOf(act, input)));
}

function draftOf(
  act: MeasureDraft['act'],
  input: MeasureAsked,
): Omit<MeasureDraft, 'proposalId' | 'proposer'> {
  const { account, processes, assets, reason, until, amounts } = input;
  return {
    act,
    accountId: account,
    processIds: processes,
    assets: assets ?? null,
    reason,
    until: until?.toISOString() ?? null,
    amounts: plainAmounts(amounts ?? []),
  };
}

const plainAmounts = (amounts: readonly AmountInput[]) =>
  amounts.map(({ asset, amount }) => ({ asset, amount: amount.toString() }));

/** The proposal that a command made or decided. */
export async function proposalOfId(context: CommandContext, id: string): Promise<ProposalRecord> {
  const proposal = await visibleProposal(context, id);
  if (!proposal) throw new CordonError('UNKNOWN_ENTITY', `there is no proposal ${JSON.stringify(id)}`);
  return proposal;
}
