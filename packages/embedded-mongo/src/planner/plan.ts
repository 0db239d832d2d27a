import { equalValues } from '../bson/compare';
import { type BsonValue, isDocument } from '../bson/value';
import type { Collection } from '../engine/collection';
import type { IndexEntry } from '../engine/indexEntry';
import { reliableComponentBytes, reliableIdBytes } from '../engine/indexKeys';
import type { KeyRange } from '../engine/storage';
import { MongoError } from '../bson/mongoError';
import { boundsOf } from './bounds';
import type { Filter } from '../query/filter';
import { keyRangesOf, type RangeComponent } from './keyRanges';
import type { FilterNode, Predicate } from '../query/predicate';
import type { SortField } from '../document/sort';

/** One way to the documents: stretches of an index, or of the collection itself where `index` is undefined. */
export interface AccessPath {
  readonly index: IndexEntry | undefined;
  readonly ranges: readonly KeyRange[];
  /** Each range is one key at most, which can be looked up. */
  readonly lookups: boolean;
  /** No document comes twice: each has an index's key once at most, and this is one key, or the collection. */
  readonly distinct: boolean;
  /** True where all documents in the ranges satisfy the whole filter. */
  readonly exact: boolean;
  readonly backwards: boolean;
  readonly sorted: boolean;
  readonly bounded: number;
  readonly score: number;
}

export interface Plan {
  /** Several where the branches of an `$or` each have their own; a document may then come up more than once. */
  readonly paths: readonly AccessPath[];
  /** The documents come in the order that was asked for. */
  readonly sorted: boolean;
  /** The filter has to be asked of each document. */
  readonly filtered: boolean;
}

type Leaves = ReadonlyMap<string, Predicate[]>;

interface Conjunction {
  readonly leaves: Leaves;
  readonly count: number;
  /** Parts of the filter that no index can answer. */
  readonly others: readonly FilterNode[];
}

/**
 * Chooses how to find the documents of a filter. It takes the index that bounds the most fields, or that
 * brings the order, or else scans the collection. `hint` names an index, or gives its key.
 * @throws MongoError `BadValue` where the hint names no index
 */
export function choosePlan(
  collection: Collection,
  filter: Filter,
  sort: readonly SortField[],
  hint?: BsonValue,
): Plan {
  const conjunction = conjunctionOf(filter.node);
  const hinted = hint === undefined ? undefined : findHint(collection, hint);
  const candidates = hinted
    ? [hinted.index]
    : [undefined, ...collection.indexes.filter(({ ready }) => ready)];
  const paths = candidates.map((index) => accessPath(collection, index, conjunction, sort));
  const best = paths.filter((path) => path !== undefined).sort((a, b) => b.score - a.score)[0];
  if (!best) throw new MongoError('BadValue', 'The index of the hint cannot answer this query.');
  if (!hinted && best.bounded === 0) {
    const union = unionPlan(collection, conjunction);
    if (union && !(best.sorted && sort.length > 0)) return union;
  }
  return { paths: [best], sorted: best.sorted, filtered: !best.exact };
}

function conjunctionOf(...roots: readonly FilterNode[]): Conjunction {
  const leaves = new Map<string, Predicate[]>();
  const others: FilterNode[] = [];
  let count = 0;
  const visit = (node: FilterNode): void => {
    if (node.kind === 'and') node.nodes.forEach(visit);
    else if (node.kind !== 'leaf') others.push(node);
    else {
      count++;
      leaves.set(node.path, [...(leaves.get(node.path) ?? []), node.predicate]);
    }
  };
  roots.forEach(visit);
  return { leaves, count, others };
}

function findHint(collection: Collection, hint: BsonValue): { index: IndexEntry | undefined } {
  if (isDocument(hint)) {
    if (hint.has('$natural') || (hint.size === 1 && hint.has('_id'))) return { index: undefined };
    const index = collection.indexes.find((candidate) => equalValues(candidate.key, hint));
    if (index) return { index };
  } else if (hint === '_id_') return { index: undefined };
  else {
    const index = collection.indexes.find(({ name }) => name === hint);
    if (index) return { index };
  }
  throw new MongoError('BadValue', 'The hint does not name an index of the collection.');
}

function accessPath(
  collection: Collection,
  index: IndexEntry | undefined,
  conjunction: Conjunction,
  sort: readonly SortField[],
): AccessPath | undefined {
  if (index && !canServe(index, conjunction.leaves)) return undefined;
  const fields = index?.fields ?? [{ path: '_id', descending: false }];
  const multikey = index?.multikey ?? false;
  const used = new Set<Predicate>();
  const usedOf: ReadonlySet<Predicate>[] = [];
  const components = fields.map(({ path, descending }, at): RangeComponent => {
    const shared = multikey && sharesArray(fields, at, usedOf);
    const found = shared ? undefined : boundsOf(conjunction.leaves.get(path) ?? [], multikey);
    usedOf.push(found?.used ?? new Set());
    return { descending, bounds: found?.bounds };
  });
  const reliable = index ? reliableComponentBytes : reliableIdBytes;
  const ranges = keyRangesOf(index?.table ?? collection.table, components, reliable);
  for (const predicates of usedOf.slice(0, ranges.bounded))
    for (const predicate of predicates) used.add(predicate);
  const boundsExact = components.slice(0, ranges.bounded).every(({ bounds }) => bounds?.exact);
  const exact =
    boundsExact && !ranges.widened && used.size === conjunction.count && conjunction.others.length === 0;
  const ordered = index ? !index.multikey && !index.truncated : !collection.truncatedIds;
  const direction = ordered ? sortDirection(fields, ranges.fixed, sort) : 0;
  const sorted = direction !== 0 || sort.length === 0;
  return {
    index,
    ranges: ranges.ranges,
    lookups: ranges.complete && !ranges.widened && (index === undefined || index.unique),
    distinct: !multikey || (ranges.complete && !ranges.widened && ranges.ranges.length <= 1),
    exact,
    backwards: direction < 0,
    sorted,
    bounded: ranges.bounded,
    score: scoreOf(index, components, ranges.bounded, ranges.complete, sorted && sort.length > 0),
  };
}

/** Elements of one array satisfy bounds of two of its fields apart, but the index pairs them: only one may be used. */
function sharesArray(
  fields: readonly { readonly path: string }[],
  at: number,
  used: readonly ReadonlySet<Predicate>[],
): boolean {
  const first = fields[at]!.path.split('.', 1)[0];
  return fields.slice(0, at).some((field, i) => used[i]!.size > 0 && field.path.split('.', 1)[0] === first);
}

function scoreOf(
  index: IndexEntry | undefined,
  components: readonly RangeComponent[],
  bounded: number,
  complete: boolean,
  sorted: boolean,
): number {
  let score = 0;
  for (const { bounds } of components.slice(0, bounded)) {
    score += bounds?.kind === 'range' ? 10 : bounds && bounds.points.length > 1 ? 18 : 20;
  }
  if (complete && (index === undefined || index.unique)) score += 100;
  // An index in order saves a sort, but not as much as examining fewer documents does.
  if (sorted) score += 9;
  if (index === undefined) score += 1;
  return score;
}

/** 1 where the index gives the order read forwards, -1 where backwards, 0 where it does not. */
function sortDirection(
  fields: readonly { readonly path: string; readonly descending: boolean }[],
  fixed: number,
  sort: readonly SortField[],
): number {
  let direction = 0;
  let at = 0;
  for (const { path, descending } of sort) {
    const isFixed = fields.slice(0, fixed).some((field) => field.path === path);
    if (isFixed && fields[at]?.path !== path) continue;
    while (at < fixed && fields[at]!.path !== path) at++;
    const field = fields[at];
    if (field?.path !== path) return 0;
    if (at++ < fixed) continue;
    const wanted = field.descending === descending ? 1 : -1;
    if (direction !== 0 && direction !== wanted) return 0;
    direction = wanted;
    // No two documents share an _id: what follows it cannot matter.
    if (path === '_id') break;
  }
  return direction === 0 && sort.length > 0 ? 1 : direction;
}

/** Tells if every document that the filter selects is in the index. */
function canServe(index: IndexEntry, leaves: Leaves): boolean {
  if (index.sparse && !index.fields.some(({ path }) => leaves.get(path)?.some(needsValue))) return false;
  return index.partial === undefined || implies(leaves, index.partial.node);
}

/** Tells if a predicate can only hold where the field exists. */
function needsValue(predicate: Predicate): boolean {
  switch (predicate.kind) {
    case 'eq':
    case 'gte':
    case 'lte':
      return predicate.value !== null;
    case 'in':
      return !predicate.values.includes(null);
    case 'not':
      return false;
    case 'all':
      return predicate.predicates.length > 0 && predicate.predicates.every(needsValue);
    case 'gt':
    case 'lt':
    case 'regex':
    case 'exists':
    case 'type':
    case 'size':
    case 'mod':
    case 'bits':
    case 'elemMatchValue':
    case 'elemMatchDocument':
      return true;
  }
}

/** Tells if a filter selects only documents that `node` selects, as far as the same path shows. */
function implies(leaves: Leaves, node: FilterNode): boolean {
  if (node.kind === 'and') return node.nodes.every((inner) => implies(leaves, inner));
  if (node.kind !== 'leaf') return false;
  const { predicate } = node;
  const known = leaves.get(node.path) ?? [];
  if (predicate.kind === 'exists') return known.some(needsValue);
  return known.some((other) => samePredicate(other, predicate));
}

function samePredicate(a: Predicate, b: Predicate): boolean {
  return a.kind === b.kind && 'value' in a && 'value' in b && equalValues(a.value, b.value);
}

function unionPlan(collection: Collection, conjunction: Conjunction): Plan | undefined {
  for (const node of conjunction.others) {
    if (node.kind !== 'or') continue;
    const paths = node.nodes.map((branch) => bestBounded(collection, conjunctionOf(branch)));
    if (paths.every((path) => path !== undefined)) return { paths, sorted: false, filtered: true };
  }
  return undefined;
}

function bestBounded(collection: Collection, conjunction: Conjunction): AccessPath | undefined {
  const candidates = [undefined, ...collection.indexes.filter(({ ready }) => ready)];
  return candidates
    .map((index) => accessPath(collection, index, conjunction, []))
    .filter((path) => path !== undefined && path.bounded > 0)
    .sort((a, b) => b!.score - a!.score)[0];
}
