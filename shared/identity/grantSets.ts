/**
 * A right that a caller may hold and a schema may require: a scope of its token, by its name, or a policy
 * that it satisfies, as `policy <name>`. A scope holds no space (RFC 6749, section 3.3). So neither can be
 * taken for the other.
 */
export type Grant = string;

const policyPrefix = 'policy ';

export const policyGrant = (policy: string): Grant => `${policyPrefix}${policy}`;

/** The names of the policies among grants. */
export function policiesOf(grants: Iterable<Grant>): ReadonlySet<string> {
  const policies = [...grants].filter((grant) => grant.startsWith(policyPrefix));
  return new Set(policies.map((grant) => grant.slice(policyPrefix.length)));
}

/** The grants that a caller needs: all of one of these sets. Without a set, a token is enough. */
export type GrantSets = readonly (readonly Grant[])[];

/**
 * The requirements by type name, and by `Type.field`. An element that is not named here needs a token and
 * nothing more.
 */
export type Requirements = ReadonlyMap<string, GrantSets>;

/** Returns what a caller needs to satisfy both: each set of the one with each of the other, without what is redundant. */
export function bothOf(a: GrantSets, b: GrantSets): GrantSets {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return withoutRedundant(a.flatMap((left) => b.map((right) => [...new Set([...left, ...right])])));
}

/** Drops every set that holds another one: the smaller one is enough. */
function withoutRedundant(sets: GrantSets): GrantSets {
  const kept: (readonly Grant[])[] = [];
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (!kept.some((less) => less.every((grant) => set.includes(grant)))) kept.push(set);
  }
  return kept;
}

/** Tells if two requirements are satisfied by the same callers; neither has redundant sets. */
export function sameSets(a: GrantSets, b: GrantSets): boolean {
  const names = (sets: GrantSets) =>
    JSON.stringify(sets.map((set) => JSON.stringify([...set].sort())).sort());
  return names(a) === names(b);
}

/** Says in words what is needed, such as `the scopes a and b, or the policy c`. */
export function grantsText(sets: GrantSets): string {
  return sets.map(setText).join(', or ');
}

function setText(set: readonly Grant[]): string {
  const scopes = set.filter((grant) => !grant.startsWith(policyPrefix));
  return [namesText('scope', 'scopes', scopes), namesText('policy', 'policies', [...policiesOf(set)])]
    .filter((text) => text !== '')
    .join(' and ');
}

function namesText(one: string, several: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  return `the ${names.length === 1 ? one : several} ${names.join(' and ')}`;
}
