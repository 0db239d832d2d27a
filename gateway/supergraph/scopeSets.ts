/** What a caller needs: one of these sets of scopes, all of the set. No set at all: a token is enough. */
export type ScopeSets = readonly (readonly string[])[];

/** By type name, and by `Type.field`: what a caller needs. What is not named here needs a token and nothing more. */
export type Requirements = ReadonlyMap<string, ScopeSets>;

/** Returns what a caller needs to satisfy both: each set of the one with each of the other, without what is redundant. */
export function bothOf(a: ScopeSets, b: ScopeSets): ScopeSets {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return withoutRedundant(a.flatMap((left) => b.map((right) => [...new Set([...left, ...right])])));
}

/** Drops every set that holds another one: whoever has it has the other. */
function withoutRedundant(sets: ScopeSets): ScopeSets {
  const kept: (readonly string[])[] = [];
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (!kept.some((less) => less.every((scope) => set.includes(scope)))) kept.push(set);
  }
  return kept;
}

/** Whether two requirements are satisfied by the same callers; neither has redundant sets. */
export function sameSets(a: ScopeSets, b: ScopeSets): boolean {
  const names = (sets: ScopeSets) =>
    JSON.stringify(sets.map((set) => JSON.stringify([...set].sort())).sort());
  return names(a) === names(b);
}
