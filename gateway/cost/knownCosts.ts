import { LRUCache } from 'lru-cache';
import type { AllowedOperation } from '../execution/planExecutor';
import type { Variables } from './operationValues';

/** Characters of all keys that are kept. */
const maxCharacters = 4 * 1024 * 1024;

/** Characters of a text that is kept. */
const maxTextLength = 100;

/** Characters of all variables with their names, which are of any length. */
const maxKeyLength = 1_000;

/**
 * The estimates of one graph by the operation and its variables, where those are few and short: a client asks the same over
 * and over.
 */
export class KnownCosts {
  readonly #known = new LRUCache<string, number>({
    maxSize: maxCharacters,
    sizeCalculation: (_cost, key) => key.length,
  });

  of({ hash }: Pick<AllowedOperation, 'hash'>, variables: Variables, estimate: () => number): number {
    const values = keyOf(variables);
    if (values === undefined) return estimate();
    const key = `${hash}\n${values}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const cost = estimate();
    this.#known.set(key, cost);
    return cost;
  }
}

/** Tells values apart that may differ in cost. Undefined where one has no short text of its own, or all are long. */
function keyOf(variables: Variables): string | undefined {
  let key = '';
  for (const name of Object.keys(variables)) {
    const value = variables[name];
    const isShort =
      Number.isFinite(value) || // JSON has no text for others: they would be null.
      typeof value === 'boolean' ||
      value === null ||
      (typeof value === 'string' && value.length <= maxTextLength);
    if (!isShort) return undefined;
    key += `${JSON.stringify([name, value])}\n`;
    if (key.length > maxKeyLength) return undefined;
  }
  return key;
}
