import { type Identity, tenantOf } from './identity';
import type { Role } from './roles';

interface BuiltInPolicy {
  /** One of these is needed. */
  readonly roles: readonly Role[];
  /** True where the caller is not confined to a venue. */
  readonly operator: boolean;
}

/** The policies that Cordon's own schema names (`@policy`). A deployment cannot replace them. */
export const builtInPolicies = {
  /** The readers of the read log. */
  auditor: { roles: ['auditor'], operator: true },
} as const satisfies Readonly<Record<string, BuiltInPolicy>>;

/** The names of the built-in policies that a caller satisfies. */
export const satisfiedPolicies = (
  caller: Pick<Identity, 'roles' | 'operator' | 'venue'>,
): readonly string[] =>
  Object.entries<BuiltInPolicy>(builtInPolicies).flatMap(([name, { roles, operator }]) =>
    roles.some((role) => caller.roles.includes(role)) && (!operator || tenantOf(caller) === null)
      ? [name]
      : [],
  );
