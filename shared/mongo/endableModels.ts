import type { Model } from 'mongoose';
import { neverEnds } from '../subgraph/endedRequest';

/** The reads of a model that a signal can end, and the place of their options. */
const optionsAt: ReadonlyMap<string | symbol, number> = new Map([
  ['find', 2],
  ['findOne', 2],
  ['findById', 2],
  ['aggregate', 1],
  ['countDocuments', 1],
]);

type AnyModels = Readonly<Record<string, Pick<Model<never>, 'collection'>>>;

/**
 * Returns the models with reads that end when the signal is aborted, in the store too: the driver closes the connection,
 * and a store ends the work of a client that is gone. A read then rejects with the signal's reason. Writes are as before.
 */
export function endableModels<Models extends AnyModels>(models: Models, signal: AbortSignal): Models {
  if (signal === neverEnds) return models;
  const made = new Map<string | symbol, unknown>();
  return new Proxy(models, {
    get(target, name) {
      const known = made.get(name);
      if (known) return known;
      const model: unknown = Reflect.get(target, name);
      const endable = typeof model === 'function' ? endableModel(model, signal) : model;
      made.set(name, endable);
      return endable;
    },
  });
}

function endableModel(model: object, signal: AbortSignal): object {
  return new Proxy(model, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      const at = optionsAt.get(name);
      if (at === undefined || typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        const args = Array.from({ length: Math.max(at + 1, given.length) }, (_, i) => given[i]);
        args[at] = { ...(args[at] as object | undefined), signal };
        return Reflect.apply(value as (...args: unknown[]) => unknown, target, args);
      };
    },
  });
}
