import type { EnforcementContext } from '../context';
import type { ProposalRecord } from './proposal.record';
import type { ProposalsShown } from './proposal.store';

/** What of the proposals the caller is shown; null: all. */
export async function proposalsShown({
  stores,
  knowledge,
  caller,
}: Pick<EnforcementContext, 'stores' | 'knowledge' | 'caller'>): Promise<ProposalsShown | null> {
  if (knowledge.restricted) return null;
  const [hiddenProcesses, withheldProcesses] = await Promise.all([
    stores.processes.hiddenFrom(knowledge),
    stores.processes.withheldFrom(knowledge),
  ]);
  return { subject: caller.subject, hiddenProcesses, withheldProcesses };
}

/** Whether a proposal is one of those. */
export function isShown({ proposer, processIds }: ProposalRecord, shown: ProposalsShown | null): boolean {
  if (!shown) return true;
  const { subject, hiddenProcesses, withheldProcesses } = shown;
  const left = proposer === subject ? hiddenProcesses : [...hiddenProcesses, ...withheldProcesses];
  return !processIds.some((id) => left.includes(id));
}
