import { type BsonValue } from '../bson/value';
import type { Collection } from '../engine/collection';
import type { Filter } from '../query/filter';
import { choosePlan, type Plan } from '../planner/plan';
import type { SortField } from '../document/sort';

/** The request of a `find`. */
export interface FindQuery {
  readonly collection: Collection;
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly plan: Plan;
  readonly skip: number;
  readonly limit: number;
}

/** Chooses how to find the documents. `$natural` is the order of the `_id`, in which they are kept. */
export function planFind(query: Omit<FindQuery, 'plan'>, hint?: BsonValue): FindQuery {
  const natural = query.sort.length === 1 && query.sort[0]!.path === '$natural';
  const sort = natural ? [{ path: '_id', descending: query.sort[0]!.descending }] : query.sort;
  const given = hint === undefined || (hint instanceof Map && hint.size === 0) ? undefined : hint;
  return { ...query, sort, plan: choosePlan(query.collection, query.filter, sort, given) };
}
