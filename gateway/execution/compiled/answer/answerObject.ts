import type { Data } from '../../call/unavailableValue';

/**
 * An object of the gateway's own data. It inherits nothing, so that a field of any name (`constructor`, `__proto__`) is
 * what a subgraph answered, or undefined.
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- an empty class: V8 makes and tests its instances several times faster than by prototype
class Bare {}

Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');

export const createAnswerObject = (): Data => new Bare() as Data;

/** Whether a value is an object of the gateway's own data: neither a list, nor a scalar, nor an unavailable value. */
export const isAnswerObject = (value: unknown): value is Data => value instanceof Bare;
