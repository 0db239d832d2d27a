import { type Data, markUnavailable, UnavailableValue, type Path } from './unavailableValue';

/** An error of a subgraph, already fit for clients, with the path that the subgraph gave. */
export interface PlacedError {
  readonly path: Path | undefined;
  readonly reason: UnavailableValue;
}

/**
 * Puts each error of an answer into the data, where the null is that it explains, and takes that null out. A null that
 * stays is one that the subgraph meant. `fields` are the names that the operation asks for at the root, or of an entity.
 */
export function placeErrors(data: Data, errors: readonly PlacedError[], fields: readonly string[]): void {
  for (const { path, reason } of errors) placeError(data, path ?? [], reason, fields);
}

function placeError(data: Data, path: Path, reason: UnavailableValue, fields: readonly string[]): void {
  let holder: unknown = data;
  for (const [depth, key] of path.entries()) {
    const value = childOf(holder, key);
    const last = depth === path.length - 1;
    if (value instanceof UnavailableValue) return;
    if (value !== null && value !== undefined && !last) {
      holder = value;
      continue;
    }
    const below = path.slice(depth + 1);
    if (Array.isArray(holder) && typeof key === 'number')
      markElementUnavailable(data, holder, key, reason, below, fields);
    else if (isData(holder)) markUnavailable(holder, String(key), reason.at(below));
    return;
  }
  markAllUnavailable(data, reason, fields);
}

function childOf(holder: unknown, key: string | number): unknown {
  if (Array.isArray(holder)) return typeof key === 'number' ? holder[key] : undefined;
  return isData(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof UnavailableValue);

/** An entity that is null has lost every field that it was asked for; any other element is lost in its place. */
function markElementUnavailable(
  data: Data,
  list: unknown[],
  index: number,
  reason: UnavailableValue,
  below: Path,
  fields: readonly string[],
): void {
  if (list !== data['_entities']) {
    list[index] = reason.at(below);
    return;
  }
  const [culprit, ...deeper] = below;
  const entity: Data = {};
  for (const field of fields) markUnavailable(entity, field, field === culprit ? reason.at(deeper) : reason);
  list[index] = entity;
}

/** Where nothing says which null an error explains, it explains all of them at the root, or of each entity. */
export function markAllUnavailable(data: Data, reason: UnavailableValue, fields: readonly string[]): void {
  const entities = data['_entities'];
  if (Array.isArray(entities)) {
    entities.forEach((entity, index) => {
      if (isData(entity)) for (const field of fields) markIfNull(entity, field, reason);
      else markElementUnavailable(data, entities, index, reason, [], fields);
    });
  } else for (const field of fields) markIfNull(data, field, reason);
}

function markIfNull(holder: Data, field: string, reason: UnavailableValue): void {
  const value = childOf(holder, field);
  if (value === null || value === undefined) markUnavailable(holder, field, reason);
}
