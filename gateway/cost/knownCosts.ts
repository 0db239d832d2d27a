import type { AllowedOperation } from '../execution/planExecutor';
import type { Variables } from './operationValues';

/** Estimates that are kept for an operation, each for other variables. */
const maxEstimates = 32;

/** Characters of a text that is kept. */
const maxTextLength = 100;

/** Characters of all variables with their names, which are of any length. */
const maxKeyLength = 1_000;

/** Estimates by the operation and its variables, where those are few and short: what a client asks over and over. */
export class KnownCosts {
  readonly #known = new WeakMap<AllowedOperation, Map<string, number>>();

  of(operation: AllowedOperation, variables: Variables, estimate: () => number): number {
    const key = keyOf(variables);
    if (key === undefined) return estimate();
    let costs = this.#known.get(operation);
    if (!costs) this.#known.set(operation, (costs = new Map<string, number>()));
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = estimate();
    if (costs.size >= maxEstimates) costs.clear();
    costs.set(key, cost);
    return cost;
  }
}

/** Tells values apart that may differ in cost; undefined where one is a list, an object or long, or all are. */
function keyOf(variables: Variables): string | undefined {
  let key = '';
  for (const name of Object.keys(variables)) {
    const value = variables[name];
    const isShort =
      typeof value === 'number' ||
      typeof value === 'boolean' ||
      value === null ||
      (typeof value === 'string' && value.length <= maxTextLength);
    if (!isShort) return undefined;
    key += `${JSON.stringify([name, value])}\n`;
    if (key.length > maxKeyLength) return undefined;
  }
  return key;
}
