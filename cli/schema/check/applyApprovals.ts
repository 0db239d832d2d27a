import type { Finding } from '../finding/finding';
import type { Approval } from '../input/approvals';

/** The fingerprints of the approvals by what became of them. */
export interface ApprovalOutcome {
  readonly used: readonly string[];
  readonly unused: readonly string[];
  readonly expired: readonly string[];
}

/**
 * Lets approved changes pass, each by its own fingerprint, until the day its approval expires. A graph that does not
 * compose cannot be approved.
 */
export function applyApprovals(
  findings: readonly Finding[],
  approvals: readonly Approval[],
  today: string,
): { readonly findings: readonly Finding[]; readonly approvals: ApprovalOutcome } {
  const valid = new Map(
    approvals.filter(({ expires }) => expires >= today).map((one) => [one.fingerprint, one]),
  );
  const used = new Set<string>();
  const decided = findings.map((finding) => {
    const approval = valid.get(finding.fingerprint);
    if (!approval || finding.level !== 'blocked' || finding.kind === 'composition') return finding;
    used.add(finding.fingerprint);
    const { owner, expires, reason } = approval;
    const message = `${finding.message} (approved by ${owner} until ${expires}: ${reason})`;
    return { ...finding, level: 'info' as const, message };
  });
  const expired = approvals.filter(({ expires }) => expires < today).map(({ fingerprint }) => fingerprint);
  const unused = approvals.map(({ fingerprint }) => fingerprint).filter((one) => !used.has(one));
  return { findings: decided, approvals: { used: [...used], unused, expired } };
}
