import { type ClaimStatus, claimStatuses } from '../vocabulary/claimStatuses';
import type { ContradictionGroup } from './editorGroups.rules';

type Group = Pick<ContradictionGroup, 'claimIds' | 'supportedIds' | 'primary'>;

/** Returns the status of a claim: the worst of its contradictions decides. */
export function claimStatus(claimId: string, groups: readonly Group[]): ClaimStatus {
  const statuses = groups
    .filter(({ claimIds }) => claimIds.includes(claimId))
    .map((group) => statusIn(claimId, group));
  return claimStatuses.findLast((status) => statuses.includes(status)) ?? 'UNCONTESTED';
}

function statusIn(claimId: string, { supportedIds, primary }: Group): ClaimStatus {
  if (supportedIds.includes(claimId)) return 'SUPPORTED';
  return supportedIds.length > 0 || primary !== null ? 'UNSUPPORTED' : 'CONTESTED';
}
