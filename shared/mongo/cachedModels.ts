import type { Aggregate, Model, Query } from 'mongoose';
import { pipelineCollections } from './pipelineCollections';
import type { ReadCache } from './readCache';
import { readKey } from './readKey';

export type AnyModels = Readonly<Record<string, Pick<Model<never>, 'collection' | 'modelName'>>>;
type AnyQuery = Query<unknown, unknown>;

/** The model of a read, and the cache that holds its result. */
interface Place {
  readonly collection: string;
  /** Its schema casts what is asked. */
  readonly model: string;
  readonly cache: ReadCache;
  readonly reader: string;
}

type Wrap = (made: never, place: Place) => unknown;

/** The reads of a model that are answered from the cache. Others, and writes, are as before. */
const wraps: ReadonlyMap<string | symbol, Wrap> = new Map<string, Wrap>([
  ['find', cachedQuery],
  ['findOne', cachedQuery],
  ['findById', cachedQuery],
  ['countDocuments', cachedQuery],
  ['aggregate', cachedAggregate],
]);

/**
 * Returns the models with lean reads that are answered by the cache where it holds them for `reader`: readers by other names
 * share nothing.
 */
export function cachedModels<Models extends AnyModels>(
  models: Models,
  cache: ReadCache,
  reader: string,
): Models {
  if (!cache.isUsed) return models;
  const cached = Object.entries(models).map(([name, model]) => [
    name,
    typeof model === 'function' ? cachedModel(model, cache, reader) : model,
  ]);
  return Object.fromEntries(cached) as Models;
}

function cachedModel(model: AnyModels[string], cache: ReadCache, reader: string): object {
  return new Proxy(model, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      const wrap = wraps.get(name);
      if (!wrap || typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const made: unknown = Reflect.apply(value as (...args: unknown[]) => unknown, target, args);
        const { collection, modelName } = target;
        return wrap(made as never, {
          collection: collection.collectionName,
          model: modelName,
          cache,
          reader,
        });
      };
    },
  });
}

/** Operators whose result differs from one reading to the next. */
const inconstant = /\$\$(NOW|CLUSTER_TIME)|\$(rand|sampleRate|function|where)\b/;

function cachedQuery(query: AnyQuery, place: Place): AnyQuery {
  const run = query.exec.bind(query);
  query.exec = () => {
    const key = queryKey(query, place);
    return key === undefined ? run() : place.cache.read(key, [place.collection], run);
  };
  return query;
}

/** Parts of a query that mongoose does not declare. Transforms, such as `orFail`, change the result of a read. */
interface QueryParts {
  readonly op?: string;
  readonly _transforms: readonly unknown[];
}

function queryKey(query: AnyQuery, { model, reader }: Place): string | undefined {
  const { op, _transforms: transforms } = query as AnyQuery & QueryParts;
  const { lean, populate } = query.mongooseOptions();
  const isRead =
    op === 'countDocuments' || ((op === 'find' || op === 'findOne') && lean === true && !populate);
  if (!isRead || transforms.length > 0) return undefined;
  return keyOf([reader, model, op, query.getFilter(), query.projection()], query.getOptions());
}

function cachedAggregate(aggregate: Aggregate<unknown[]>, { collection, model, cache, reader }: Place) {
  const run = aggregate.exec.bind(aggregate);
  aggregate.exec = () => {
    const pipeline = aggregate.pipeline();
    const key = keyOf([reader, model, 'aggregate', pipeline], aggregate.options);
    const others = pipelineCollections(pipeline);
    return key === undefined || !others ? run() : cache.read(key, [collection, ...others], run);
  };
  return aggregate;
}

/** The signal ends a read, and changes nothing in it. */
function keyOf(
  asked: readonly unknown[],
  { signal: _signal, ...options }: Readonly<Record<string, unknown>>,
): string | undefined {
  const key = readKey([...asked, options]);
  return key === undefined || inconstant.test(key) ? undefined : key;
}
