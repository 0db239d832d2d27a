import type { Data } from '../../call/unavailableValue';

/**
 * An object of the gateway's own data. It inherits nothing, so that a field of any name (`constructor`, `__proto__`) is
 * what a subgraph answered, or undefined. A class: V8 makes and tests its instances many times faster than `Object.create(null)`.
 */
class AnswerObject {
  [field: string]: unknown;
}

Object.setPrototypeOf(AnswerObject.prototype, null);
Reflect.deleteProperty(AnswerObject.prototype, 'constructor');

export const createAnswerObject = (): Data => new AnswerObject();

/**
 * Tells if a value is an object of the gateway's own data: neither a list, nor a scalar, nor an unavailable
 * value.
 */
export const isAnswerObject = (value: unknown): value is Data => value instanceof AnswerObject;
