import type { Identity } from '../../shared/identity/identity';
import { type Role, scopesOfRole } from '../../shared/identity/roles';

/** A caller of a role, with the scopes that its development token has. */
export function callerOf(role: Role, venue: string | null = null): Identity {
  return {
    issuer: 'cordon-development',
    client: null,
    venue,
    subject: `test-${role}`,
    roles: [role],
    scopes: [...scopesOfRole[role]],
    operator: role !== 'partner',
  };
}
