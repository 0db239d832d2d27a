import {
  type AnswerField,
  type AnswerSelection,
  ownValue,
  type SharedPlace,
} from '../../call/answerSelection';
import { type Data, noteUnavailable, unavailableKey, UnavailableValue } from '../../call/unavailableValue';
import { maxListDepth } from '../../call/maxListDepth';
import { createAnswerObject, isAnswerObject } from './answerObject';
import { mergeReasons } from './mergeReasons';
import type { SharedObjects } from './sharedObjects';

/** The names of a supergraph's interfaces and unions. */
export type AbstractNames = ReadonlySet<string>;

/** All that merging an answer needs to know of the request. */
export interface Merging {
  readonly abstract: AbstractNames;
  readonly shared: SharedObjects;
}

/**
 * Copies a call's fields of one object into the known ones, under the names of the gateway's data. Fields
 * that nobody asked for are omitted, so that a subgraph cannot answer for another one. The answer stays as it
 * is: the same one can be merged into several places.
 */
export function mergeAnswer(target: Data, answer: Data, selection: AnswerSelection, merging: Merging): void {
  const { fields } = selection;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as AnswerField;
    const { key, selection: within, place } = field;
    const value = ownValue(answer, field);
    if (value === undefined) continue;
    if (within === undefined) mergeLeaf(target, key, value, merging.abstract);
    else {
      const known = target[key];
      if (isObject(known) && (isObject(value) || value === null)) mergeValue(known, value, within, merging);
      else target[key] = copySelected(value, within, merging, place);
    }
  }
  const reasons = answer[unavailableKey] as Record<string, UnavailableValue> | undefined;
  if (reasons !== undefined) mergeReasons(target, reasons, selection);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isLost = (value: unknown): value is UnavailableValue => value instanceof UnavailableValue;

/** The name of an interface does not replace that of a type: `@interfaceObject` knows no better. */
function mergeLeaf(target: Data, key: string, value: unknown, abstract: AbstractNames): void {
  if (key === '__typename' && typeof target[key] === 'string' && abstract.has(value as string)) return;
  target[key] = value;
}

/**
 * Lists of different lengths cannot be one list, nor can an object and a null be one value. The first list,
 * and the object, stay. The other's values are missing in it, which is an error on each of its fields.
 */
function mergeValue(known: object, value: object | null, selection: AnswerSelection, merging: Merging): void {
  if (isAnswerObject(known)) {
    if (isLost(value)) noteAll(known, value, selection);
    else if (value !== null && !Array.isArray(value)) mergeAnswer(known, value as Data, selection, merging);
    return;
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return;
  for (let i = 0; i < value.length; i++) {
    const [before, after] = [known[i] as unknown, value[i] as unknown];
    if (isLost(before) || !isObject(after)) continue;
    if (!isObject(before)) known[i] = copySelected(after, selection, merging);
    else if (
      Array.isArray(before) ||
      isLost(after) ||
      isSameElement(before as Data, after as Data, selection)
    )
      mergeValue(before, after, selection, merging);
  }
}

/** Two subgraphs may list in different orders: elements that contradict each other are not one. */
function isSameElement(before: Data, after: Data, { fields }: AnswerSelection): boolean {
  return fields.every((field) => {
    if (field.selection !== undefined || field.key === '__typename') return true;
    const [a, b] = [before[field.key], ownValue(after, field)];
    return a === undefined || b === undefined || a === b || isObject(a);
  });
}

function noteAll(target: Data, reason: UnavailableValue, { fields }: AnswerSelection): void {
  for (const { key } of fields) if (target[key] === undefined) noteUnavailable(target, key, reason);
}

/** Copies of a value what was asked for of it. Lists that are deeper than any schema's are no value of any type. */
function copySelected(
  value: unknown,
  selection: AnswerSelection,
  merging: Merging,
  place?: SharedPlace,
  depth = 0,
): unknown {
  if (!isObject(value) || isLost(value)) return value;
  if (Array.isArray(value)) {
    if (depth > maxListDepth) return null;
    const copy = new Array<unknown>(value.length);
    for (let i = 0; i < value.length; i++)
      copy[i] = copySelected(value[i], selection, merging, place, depth + 1);
    return copy;
  }
  const answer = value as Data;
  const known = place && merging.shared.find(place, answer, selection);
  if (known) return known;
  const copy = place ? merging.shared.add(place, answer) : createAnswerObject();
  mergeAnswer(copy, answer, selection, merging);
  return copy;
}
