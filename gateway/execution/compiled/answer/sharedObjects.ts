import type { AnswerSelection, SharedPlace } from '../../call/answerSelection';
import type { Data } from '../../call/unavailableValue';
import { SharedObject } from './answerObject';
import { sameAnswer } from './sameAnswer';

/** An object of an answer, and the object of the gateway's data that stands for all that are equal. */
interface Known {
  readonly answer: Data;
  readonly object: SharedObject;
}

/** The objects of one request at the places where equal ones are one. */
export class SharedObjects {
  readonly #known: (Map<unknown, Known> | undefined)[] = [];
  readonly #objects: (SharedObject[] | undefined)[] = [];

  /** All objects at a place, each once. */
  at(place: number): readonly Data[] {
    return this.#objects[place] ?? [];
  }

  /** Returns the object for a part of an answer that is equal to an earlier one; undefined where none was. */
  find({ index, by }: SharedPlace, answer: Data, selection: AnswerSelection): SharedObject | undefined {
    const known = this.#known[index]?.get(keyOf(answer, by));
    if (!known || !sameAnswer(known.answer, answer, selection)) return undefined;
    SharedObject.addCopy(known.object);
    return known.object;
  }

  /** Makes the object for a part of an answer that was not there yet. */
  add({ index, by }: SharedPlace, answer: Data): SharedObject {
    const object = new SharedObject();
    const known = (this.#known[index] ??= new Map<unknown, Known>());
    known.set(keyOf(answer, by), { answer, object });
    (this.#objects[index] ??= []).push(object);
    return object;
  }
}

/** Finds candidates only: what they are is compared. */
function keyOf(answer: Data, by: readonly string[]): unknown {
  if (by.length === 1) return answer[by[0] as string];
  let key = '';
  for (const name of by) key += `${textOf(answer[name])}\n`;
  return key;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
