import { toDouble } from '../bson/exact';
import { type BsonValue, isNumeric } from '../bson/value';

/** As aggregation has it: false, null, missing and zero are false, all else is true. */
export function isTruthy(value: BsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || toDouble(value) !== 0;
}
