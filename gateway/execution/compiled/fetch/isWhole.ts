import type { AnswerSelection } from '../../call/answerSelection';
import { maxListDepth } from '../../call/maxListDepth';
import { type Data, unavailableReasons, UnavailableValue } from '../../call/unavailableValue';

/**
 * Tells if a larger call lost nothing, at any depth, of a smaller one's fields of an entity: else the smaller
 * one may bring them.
 */
export const isWhole = (answer: unknown, asked: AnswerSelection): boolean =>
  typeof answer === 'object' && answer !== null && hasAll(answer, asked, 0);

function hasAll(value: unknown, asked: AnswerSelection | undefined, depth: number): boolean {
  if (value instanceof UnavailableValue) return false;
  if (typeof value !== 'object' || value === null || depth > maxListDepth) return true;
  if (Array.isArray(value)) return value.every((element) => hasAll(element, asked, depth + 1));
  if (!asked) return true;
  const holder = value as Data;
  const reasons = unavailableReasons(holder);
  return asked.fields.every(
    ({ from, selection }) =>
      !(reasons && Object.hasOwn(reasons, from)) &&
      (!Object.hasOwn(holder, from) || hasAll(holder[from], selection, 0)),
  );
}
