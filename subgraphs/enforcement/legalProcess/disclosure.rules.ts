import { type Identity, tenantOf } from '../../../shared/identity/identity';
import type { Role } from '../../../shared/identity/roles';

/** Who needs to know of a process that must not be disclosed: who records it, who approves on it, who audits it. */
const needToKnow: readonly Role[] = ['legal', 'approver', 'auditor'];

/** Whether a caller may know of restricted processes. A partner never may, whatever other roles its token holds. */
export function mayKnowRestricted(caller: Identity): boolean {
  return tenantOf(caller) === null && caller.roles.some((role) => needToKnow.includes(role));
}
