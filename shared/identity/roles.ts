/** The roles of DOMAIN.md. The rights of each beyond reading are decided where they are used. */
export const roles = [
  'analyst',
  'approver',
  'legal',
  'reporting-officer',
  'auditor',
  'spokesperson',
  'partner',
] as const;

export type Role = (typeof roles)[number];

/** The roles of the operator's own people, who see all venues. `CORDON_OPERATOR_ROLES` replaces them. */
export const operatorRoles = roles.filter((role) => role !== 'partner');

/** Scopes name what a token may read, and which acts it may do; fields ask for them with @requiresScopes. */
const everythingRead = ['sanctions:read', 'attribution:read', 'enforcement:read', 'claims:read'] as const;

/** The scopes that a development token of a role gets. A deployment's identity provider decides for itself. */
export const scopesOfRole: Readonly<Record<Role, readonly string[]>> = {
  analyst: [
    ...everythingRead,
    'attribution:write',
    'customers:read',
    'customers:write',
    'enforcement:register',
    'enforcement:propose',
    'lists:import',
    'transfers:import',
  ],
  approver: [...everythingRead, 'customers:read', 'customers:approve', 'enforcement:approve', 'lists:import'],
  legal: [...everythingRead, 'enforcement:register', 'enforcement:legal'],
  'reporting-officer': [...everythingRead, 'enforcement:report'],
  auditor: [...everythingRead, 'customers:read'],
  spokesperson: ['sanctions:read', 'claims:published'],
  partner: [
    'sanctions:read',
    'attribution:read',
    'enforcement:read',
    'enforcement:register',
    'deposits:write',
    'customers:read',
    'customers:write',
    'customers:approve',
  ],
};
