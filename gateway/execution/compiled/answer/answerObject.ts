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

/** An object that stands for equal ones at a place of the gateway's data. Its JSON is written once. */
export class SharedObject extends AnswerObject {
  #form: unknown;
  #text: string | undefined;
  #copies = 0;

  /** Returns its JSON in one form; undefined where it has not been written in that form. */
  static textOf(object: SharedObject, form: unknown): string | undefined {
    return object.#form === form ? object.#text : undefined;
  }

  /** Keeps its JSON in a form that others will want. */
  static keepText(object: SharedObject, form: unknown, text: string): void {
    if (object.#copies === 0) return;
    object.#form = form;
    object.#text = text;
  }

  /** The number of equal objects that it stands for beside the first. */
  static copiesOf(object: Data): number {
    return object instanceof SharedObject ? object.#copies : 0;
  }

  static addCopy(object: SharedObject): void {
    object.#copies++;
  }
}

Reflect.deleteProperty(SharedObject.prototype, 'constructor');

export const createAnswerObject = (): Data => new AnswerObject();

/**
 * Tells if a value is an object of the gateway's own data: neither a list, nor a scalar, nor an unavailable
 * value.
 */
export const isAnswerObject = (value: unknown): value is Data => value instanceof AnswerObject;
