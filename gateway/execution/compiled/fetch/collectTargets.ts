import { type Data, UnavailableValue } from '../../call/unavailableValue';

/**
 * Collects the objects at a path of a plan from some objects on: names, and `@` for every element of a list. A null or
 * unavailable value has none.
 */
export function collectTargets(objects: readonly Data[], path: readonly string[]): Data[] {
  const targets: Data[] = [];
  for (const object of objects) collect(object, path, 0, targets);
  return targets;
}

function collect(value: unknown, path: readonly string[], from: number, into: Data[]): void {
  let here = value;
  for (let at = from; at < path.length; at++) {
    const step = path[at] as string;
    if (step === '@') {
      if (!Array.isArray(here)) return;
      for (const element of here)
        if (!(element instanceof UnavailableValue)) collect(element, path, at + 1, into);
      return;
    }
    // A subgraph that answered another form than it was asked for has nothing to collect.
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return;
    here = (here as Data)[step];
  }
  if (typeof here === 'object' && here !== null && !Array.isArray(here)) into.push(here as Data);
}
