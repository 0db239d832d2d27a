import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { RequestContext } from '../rows/request';
import { isSamePerson, personOf } from '../vocabulary/person.rules';
import type { ProposalRecord } from './proposal.record';
import type { ProposalVisibility } from './proposal.store';

/** Returns the proposals that the caller is shown; null: all. */
export async function visibleProposals({
  stores,
  knowledge,
  caller,
}: Pick<HasLegalProcesses, 'stores' | 'knowledge'> &
  Pick<RequestContext, 'caller'>): Promise<ProposalVisibility | null> {
  if (knowledge.restricted) return null;
  const [hiddenProcesses, withheldProcesses] = await Promise.all([
    stores.processes.hiddenFrom(knowledge),
    stores.processes.withheldFrom(knowledge),
  ]);
  return { proposer: personOf(caller), hiddenProcesses, withheldProcesses };
}

/** Tells if a proposal is one of those. */
export function isVisible(
  { proposer: subject, proposerIssuer: issuer, processIds }: ProposalRecord,
  shown: ProposalVisibility | null,
): boolean {
  if (!shown) return true;
  const { proposer, hiddenProcesses, withheldProcesses } = shown;
  const left = isSamePerson({ subject, issuer }, proposer)
    ? hiddenProcesses
    : [...hiddenProcesses, ...withheldProcesses];
  return !processIds.some((id) => left.includes(id));
}
