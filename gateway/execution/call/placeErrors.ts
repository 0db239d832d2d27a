import type { AnswerSelection } from './answerSelection';
import { maxListDepth } from './maxListDepth';
import { type Data, markUnavailable, UnavailableValue, type Path } from './unavailableValue';

/** An error of a subgraph, already fit for clients, with the path that the subgraph gave. */
export interface PlacedError {
  readonly path: Path | undefined;
  readonly reason: UnavailableValue;
}

/**
 * Puts each error of an answer into the data, where the null is that it explains, and takes that null out. A null that
 * stays is one that the subgraph meant. `asked` is what the operation asks for at the root, or of an entity.
 */
export function placeErrors(data: Data, errors: readonly PlacedError[], asked: AnswerSelection): void {
  for (const { path, reason } of errors) placeError(data, path ?? [], reason, asked);
}

function placeError(data: Data, path: Path, reason: UnavailableValue, asked: AnswerSelection): void {
  let holder: unknown = data;
  let here: AnswerSelection | undefined = asked;
  for (const [depth, key] of path.entries()) {
    if (!isPlace(holder, key, here, data)) break;
    const value = childOf(holder, key);
    const last = depth === path.length - 1;
    if (value instanceof UnavailableValue) return;
    if (value === null || value === undefined || last) {
      markPlace(data, holder, key, reason.at(path.slice(depth + 1)), asked);
      return;
    }
    if (typeof key === 'string' && !isEntities(holder, key, data)) here = fieldCalled(key, here)?.selection;
    holder = value;
  }
  markAllUnavailable(data, reason.at([]), asked);
}

/** Tells if an answer can have something under this key of a value. */
function isPlace(
  holder: unknown,
  key: string | number,
  asked: AnswerSelection | undefined,
  data: Data,
): boolean {
  if (Array.isArray(holder)) return typeof key === 'number' && key >= 0 && key < holder.length;
  if (!isData(holder) || typeof key !== 'string') return false;
  return isEntities(holder, key, data) || fieldCalled(key, asked) !== undefined;
}

const isEntities = (holder: unknown, key: string, data: Data) => holder === data && key === '_entities';

const fieldCalled = (name: string, asked: AnswerSelection | undefined) =>
  asked?.fields.find(({ from }) => from === name);

function markPlace(
  data: Data,
  holder: unknown,
  key: string | number,
  reason: UnavailableValue,
  asked: AnswerSelection,
): void {
  if (Array.isArray(holder)) markElementUnavailable(data, holder, Number(key), reason, asked);
  else markUnavailable(holder as Data, String(key), reason);
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
  asked: AnswerSelection,
): void {
  if (list !== data['_entities']) {
    list[index] = reason;
    return;
  }
  const [culprit, ...deeper] = reason.below;
  const entity: Data = {};
  for (const { from } of asked.fields)
    markUnavailable(entity, from, from === culprit ? reason.at(deeper) : reason.at([]));
  list[index] = entity;
}

/** Where nothing says which null an error explains, it explains all of them, at any depth. */
export function markAllUnavailable(data: Data, reason: UnavailableValue, asked: AnswerSelection): void {
  const entities = data['_entities'];
  if (Array.isArray(entities)) {
    entities.forEach((entity, index) => {
      if (isData(entity)) markNulls(entity, reason, asked);
      else markElementUnavailable(data, entities, index, reason, asked);
    });
  } else markNulls(data, reason, asked);
}

function markNulls(holder: Data, reason: UnavailableValue, { fields }: AnswerSelection): void {
  for (const { from, selection } of fields) {
    if (from === '__typename') continue;
    const value = childOf(holder, from);
    if (value === null || value === undefined) markUnavailable(holder, from, reason);
    else markNullsWithin(value, reason, selection);
  }
}

function markNullsWithin(
  value: unknown,
  reason: UnavailableValue,
  asked: AnswerSelection | undefined,
  depth = 0,
): void {
  if (Array.isArray(value)) {
    if (depth > maxListDepth) return;
    for (const [index, element] of value.entries()) {
      if (element === null) value[index] = reason;
      else markNullsWithin(element, reason, asked, depth + 1);
    }
  } else if (asked && isData(value)) markNulls(value, reason, asked);
}
