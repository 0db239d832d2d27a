import { CordonError } from '../../../shared/errors/cordonError';
import type { ProposalRecord } from '../proposal/proposal.record';
import type { CommandContext } from './command.context';
import { visibleProposal } from './deciding';
import type { MeasureDraft } from './draft';
import type { FreezeInput } from './freezeAccount.input';
import type { AmountInput, MeasureActInput } from './measureAct.input';
import { propose } from './proposing';
import type { Command } from './runCommand';
import type { SeizeInput } from './seizeAccount.input';

export const proposedText = 'Proposed here, and done when another person approves it (`approveProposal`).';

type MeasureAsked = Omit<MeasureActInput, 'key'> &
  Partial<Pick<FreezeInput, 'until'> & Pick<SeizeInput, 'amounts'>>;

export async function proposeMeasure(
  context: CommandContext,
  { name, act }: { readonly name: Command['name']; readonly act: MeasureDraft['act'] },
  { key, ...input }: MeasureAsked & { readonly key: string },
): Promise<ProposalRecord> {
  return proposalOfId(context, await propose(context, { name, key, input }, draftOf(act, input)));
}

export function draftOf(
  act: MeasureDraft['act'],
  input: MeasureAsked,
): Omit<MeasureDraft, 'proposalId' | 'proposer' | 'proposerIssuer'> {
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

export const plainAmounts = (amounts: readonly AmountInput[]) =>
  amounts.map(({ asset, amount }) => ({ asset, amount: amount.toString() }));

/** The proposal that a command made or decided. */
export async function proposalOfId(context: CommandContext, id: string): Promise<ProposalRecord> {
  const proposal = await visibleProposal(context, id);
  if (!proposal) throw new CordonError('UNKNOWN_ENTITY', `there is no proposal ${JSON.stringify(id)}`);
  return proposal;
}
