import { type AnswerField, type AnswerSelection, ownValue } from '../../call/answerSelection';
import { maxListDepth } from '../../call/maxListDepth';
import { type Data, unavailableKey, UnavailableValue } from '../../call/unavailableValue';

/** Tells if two objects of answers have equal values for all that was asked for. What was lost equals nothing. */
export function sameAnswer(a: Data, b: Data, { fields }: AnswerSelection): boolean {
  if (a === b) return true;
  if (Object.hasOwn(a, unavailableKey) || Object.hasOwn(b, unavailableKey)) return false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as AnswerField;
    if (!sameValue(ownValue(a, field), ownValue(b, field), field.selection, 0)) return false;
  }
  return true;
}

function sameValue(a: unknown, b: unknown, selection: AnswerSelection | undefined, depth: number): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length || depth > maxListDepth) return false;
    for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i], selection, depth + 1)) return false;
    return true;
  }
  if (a instanceof UnavailableValue || b instanceof UnavailableValue || Array.isArray(b)) return false;
  // Scalars that are objects are not compared.
  return selection !== undefined && sameAnswer(a as Data, b as Data, selection);
}
