import { tenantOf } from '../../shared/identity/identity';
import type { VerifiedToken } from '../tokens/verifiedToken';
import { builtInPolicies } from '../../shared/identity/builtInPolicies';
import type { Policy } from './policyFile';

/** The policies in force: those of the policy file, and those that are built in. */
export class PolicyList {
  readonly #policies: ReadonlyMap<string, Policy>;
  /** A token that was verified is kept for many requests. */
  readonly #decided = new WeakMap<VerifiedToken, readonly string[]>();

  constructor(ofFile: ReadonlyMap<string, Policy> = new Map()) {
    this.#policies = new Map<string, Policy>([
      ...ofFile,
      ...Object.entries(builtInPolicies).map(([name, { roles, operator }]): [string, Policy] => [
        name,
        { roles: [...roles], operator },
      ]),
    ]);
  }

  has(name: string): boolean {
    return this.#policies.has(name);
  }

  /** The names of the policies that a token satisfies. */
  satisfiedBy(token: VerifiedToken): readonly string[] {
    const known = this.#decided.get(token);
    if (known) return known;
    const decided = [...this.#policies].flatMap(([name, policy]) => (satisfies(policy, token) ? [name] : []));
    this.#decided.set(token, decided);
    return decided;
  }
}

function satisfies({ roles, operator, claims }: Policy, token: VerifiedToken): boolean {
  const { identity } = token;
  if (roles && !roles.some((role) => identity.roles.includes(role))) return false;
  if (operator && tenantOf(identity) !== null) return false;
  return Object.entries(claims ?? {}).every(([claim, values]) => {
    const given = Object.hasOwn(token.claims, claim) ? token.claims[claim] : undefined;
    const held: readonly unknown[] = Array.isArray(given) ? given : [given];
    return values.some((value) => held.includes(value));
  });
}
