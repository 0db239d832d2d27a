import { addNumbers, makeDouble } from '../bson/arithmetic';
import { toDouble } from '../bson/exact';
import { type BsonNumber, isNumeric } from '../bson/value';
import { divide } from './arithmetic';
import type { NamedOperator, Operator, Value } from './operator';

/** The numbers among the operands, or among the elements of one array; all else does not count. */
function numbersOf(args: readonly Value[]): BsonNumber[] {
  const values: readonly Value[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  return values.filter(isNumeric);
}

const sum = (numbers: readonly BsonNumber[]): BsonNumber =>
  numbers.reduce((total, one) => addNumbers(total, one) ?? makeDouble(toDouble(total) + toDouble(one)), 0);

export const totalOperators: Record<string, Operator> = {
  $sum: { min: 0, max: Infinity, apply: (args) => sum(numbersOf(args)) },
  $avg: {
    min: 1,
    max: Infinity,
    apply: (args) => {
      const numbers = numbersOf(args);
      return numbers.length === 0 ? null : divide(sum(numbers), numbers.length);
    },
  },
};

export const randomOperator: NamedOperator = {
  required: [],
  optional: [],
  apply: () => makeDouble(Math.random()),
};
