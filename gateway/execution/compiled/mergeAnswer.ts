import { type Data, noteUnavailable, unavailableKey, UnavailableValue } from '../call/unavailableValue';
import type { AnswerSelection } from './answerSelection';

/** The names of a supergraph's interfaces and unions. */
export type AbstractNames = ReadonlySet<string>;

/**
 * Merges what a call asked for of one object into what is known of it. Fields that nobody asked for are left out, so that
 * a subgraph cannot answer for another one. Objects of the answer become part of the target.
 */
export function mergeAnswer(
  target: Data,
  answer: Data,
  selection: AnswerSelection,
  abstract: AbstractNames,
): void {
  for (const { key, selection: within } of selection.fields) {
    const value = answer[key];
    // JSON has no functions: such a value is one that every object inherits, like `constructor`.
    if (value === undefined || typeof value === 'function') continue;
    const known = target[key];
    if (within && isObject(known) && isObject(value)) mergeValue(known, value, within, abstract);
    else if (key !== '__typename' || typeof known !== 'string' || !abstract.has(String(value)))
      target[key] = value;
  }
  const reasons = answer[unavailableKey];
  if (reasons === undefined) return;
  for (const [key, reason] of Object.entries(reasons as Record<string, UnavailableValue>))
    noteUnavailable(target, key, reason);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Lists of different lengths cannot be one list: the first stays, and what the second alone would have brought is missing
 * in it, which is an error on each of its fields.
 */
function mergeValue(known: object, value: object, selection: AnswerSelection, abstract: AbstractNames): void {
  if (!Array.isArray(known) || !Array.isArray(value)) {
    if (!Array.isArray(known) && !Array.isArray(value))
      mergeAnswer(known as Data, value as Data, selection, abstract);
    return;
  }
  if (known.length !== value.length) return;
  for (let i = 0; i < value.length; i++) {
    const [before, after] = [known[i] as unknown, value[i] as unknown];
    if (before instanceof UnavailableValue || !isObject(after)) continue;
    if (!isObject(before)) known[i] = after;
    else if (after instanceof UnavailableValue) noteAll(before as Data, after, selection);
    else if (isSameElement(before as Data, after as Data, selection))
      mergeValue(before, after, selection, abstract);
  }
}

/** Two subgraphs may list in different orders: elements that contradict each other are not one. */
function isSameElement(before: Data, after: Data, { fields }: AnswerSelection): boolean {
  return fields.every(({ key, selection }) => {
    const [a, b] = [before[key], after[key]];
    return (
      selection !== undefined ||
      key === '__typename' ||
      a === undefined ||
      b === undefined ||
      a === b ||
      isObject(a)
    );
  });
}

function noteAll(target: Data, reason: UnavailableValue, { fields }: AnswerSelection): void {
  for (const { key } of fields) if (target[key] === undefined) noteUnavailable(target, key, reason);
}

/** Copies of a value what was asked for of it, so that what is merged into the copy does not meet the original. */
export function copySelected(value: unknown, selection: AnswerSelection | undefined): unknown {
  if (!selection || typeof value !== 'object' || value === null || value instanceof UnavailableValue)
    return value;
  if (Array.isArray(value)) return value.map((element) => copySelected(element, selection));
  const holder = value as Data;
  const copy: Data = {};
  for (const { key, selection: within } of selection.fields) {
    const inner = holder[key];
    if (inner !== undefined && typeof inner !== 'function') copy[key] = copySelected(inner, within);
  }
  const reasons = holder[unavailableKey];
  if (reasons !== undefined) copy[unavailableKey] = Object.assign(Object.create(null), reasons);
  return copy;
}
