import { CordonError } from '../errors/cordonError';
import { hasScope, type Identity, tenantOf } from './identity';
import type { Role } from './roles';

/** The callers of a mutation: by role, the scope that the token must hold beside it. */
export type Permission = Readonly<Partial<Record<Role, string>>>;

/** By mutation. Each subgraph has one table, `permissions.ts`, that names every mutation of its schema. */
export type Permissions = Readonly<Record<string, Permission>>;

/** A token with one of these roles writes nothing, whatever other roles it holds. */
export const readOnlyRoles: readonly Role[] = ['auditor', 'spokesperson'];

/** The roles that a caller acts in. A token that is confined to a venue acts as a partner only. */
function actingRoles(caller: Identity): readonly Role[] {
  if (caller.roles.some((role) => readOnlyRoles.includes(role))) return [];
  return tenantOf(caller) === null ? caller.roles : ['partner'];
}

/**
 * Rejects a caller that may not call a mutation. The gateway has checked the scope. The role is checked here,
 * since a token of another issuer may hold scopes that its roles do not justify.
 * @throws CordonError ROLE_MISSING
 */
export function requirePermission(caller: Identity, mutation: string, permission: Permission): void {
  const isHeld = actingRoles(caller).some((role) => {
    const scope = permission[role];
    return scope !== undefined && hasScope(caller, scope);
  });
  if (isHeld) return;
  const holders = Object.entries(permission).map(([role, scope]) => `${role} with the scope ${scope}`);
  throw new CordonError(
    'ROLE_MISSING',
    `${mutation} needs the role ${holders.join(', or ')}. A token confined to a venue acts as a partner, and the roles auditor and spokesperson write nothing`,
    { roles: Object.keys(permission) },
  );
}
