import { type Identity, tenantOf } from '../../../shared/identity/identity';
import type { Role } from '../../../shared/identity/roles';

/** Who needs to know of a process that must not be disclosed: who records it, who approves on it, who audits it. */
const needToKnow: readonly Role[] = ['legal', 'approver', 'auditor'];

/** Which legal processes somebody may know of: the open ones, and of the restricted all or those it is named in. */
export interface ProcessKnowledge {
  readonly restricted: boolean;
  /** The subject of the token, which the audience of a process may name. */
  readonly subject: string;
}

/**
 * What a caller may know of legal processes. A partner never may know of restricted ones by its role, whatever other
 * roles its token holds: whoever recorded the process has to name it.
 */
export function knowledgeOf(caller: Identity): ProcessKnowledge {
  const restricted = tenantOf(caller) === null && caller.roles.some((role) => needToKnow.includes(role));
  return { restricted, subject: caller.subject };
}

/** For a rule that must not depend on who asks, and shows nobody what it read. */
export const knowsAll: ProcessKnowledge = { restricted: true, subject: '' };
