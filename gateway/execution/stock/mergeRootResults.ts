import type { Data } from '../call/unavailableValue';

/** All that root fetches brought, in one object: what the executor has too, but keeps to itself. It merges in the same way. */
export function mergeRootResults(roots: readonly Data[]): Data {
  // Without a prototype: a client may call a field `constructor`.
  const whole = Object.create(null) as Data;
  for (const root of roots) {
    for (const [key, value] of Object.entries(root)) {
      const had = whole[key];
      // Two fetches of one field: the executor has merged the second into the first, but for lists that differ.
      const replaced = Array.isArray(had) && Array.isArray(value) && had.length !== value.length;
      if (had === undefined || had === null || replaced) whole[key] = value;
    }
  }
  return whole;
}
