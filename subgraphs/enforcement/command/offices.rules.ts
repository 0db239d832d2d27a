import { CordonError } from '../../../shared/errors/cordonError';
import { hasScope, type Identity, tenantOf } from '../../../shared/identity/identity';
import type { Role } from '../../../shared/identity/roles';

/** Who does what (DOMAIN, "Roles"): an office is a scope, `enforcement:<office>`, and the roles that can hold it. */
const holders = {
  register: ['analyst', 'legal', 'partner'],
  propose: ['analyst'],
  approve: ['approver'],
  legal: ['legal'],
  report: ['reporting-officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Office = keyof typeof holders;

/** Who audits or speaks for the house writes nothing, whatever other roles the token holds. */
const writesNothing: readonly Role[] = ['auditor', 'spokesperson'];

/**
 * Whether a caller may do the acts of an office. Asked here again and not left to the gateway's scopes: a token of
 * another issuer may hold scopes that its roles do not bear out. Who is confined to a venue registers, and no more.
 * @throws CordonError ROLE_MISSING
 */
export function requireOffice(caller: Identity, office: Office): void {
  const { roles } = caller;
  const needed: readonly Role[] = holders[office];
  const confined = tenantOf(caller) !== null;
  const held =
    hasScope(caller, `enforcement:${office}`) &&
    roles.some((role) => needed.includes(role)) &&
    !roles.some((role) => writesNothing.includes(role)) &&
    (!confined || office === 'register');
  if (held) return;
  throw new CordonError(
    'ROLE_MISSING',
    `this needs the scope enforcement:${office} and the role ${needed.join(' or ')}` +
      `, not confined to a venue${office === 'register' ? ' but as a partner' : ''}, and no role of an auditor or spokesperson`,
    { office, roles: needed },
  );
}
