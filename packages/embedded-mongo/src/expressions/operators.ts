import { type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Compile, Evaluate } from './evaluate';
import { sortElements, arrayOperators, namedArrayOperators } from './arrays';
import { arithmeticOperators } from './arithmetic';
import { conversionOperators, convertOperator } from './conversions';
import { dateArithmeticOperators } from './dateArithmetic';
import { datePartNames, datePartOperator, dateToParts } from './dateParts';
import { dateTextOperators } from './dateText';
import { getFieldOperator, namedObjectOperators, objectOperators } from './objects';
import { arrayOf, compileNamed, isNil, type NamedOperator, type Operator } from './operator';
import { regexOperators } from './regexes';
import { setOperators } from './sets';
import { namedStringOperators, stringOperators } from './strings';
import { randomOperator, totalOperators } from './totals';

/** Operators with operands in a row. */
export const positionalOperators: Record<string, Operator> = {
  ...arithmeticOperators,
  ...arrayOperators,
  ...conversionOperators,
  ...objectOperators,
  ...setOperators,
  ...stringOperators,
  ...totalOperators,
};

/** Operators whose operands have names. */
const namedOperators: Record<string, NamedOperator> = {
  ...dateArithmeticOperators,
  ...dateTextOperators,
  ...namedArrayOperators,
  ...namedObjectOperators,
  ...namedStringOperators,
  ...regexOperators,
  $convert: convertOperator,
  $dateToParts: dateToParts,
  $rand: randomOperator,
};

/** The names of those, and of the operators with a form of their own. */
export const namedOperatorNames: readonly string[] = [
  ...Object.keys(namedOperators),
  ...datePartNames,
  '$getField',
  '$sortArray',
];

/** The operators of forms of their own and those with named operands; undefined for all others. */
export function namedOperator(name: string, operand: BsonValue, compile: Compile): Evaluate | undefined {
  if (name === '$getField') return getFieldOperator(operand, compile);
  if (name === '$sortArray') return sortArray(operand, compile);
  const part = datePartOperator(name, operand, compile);
  if (part) return part;
  const operator = Object.hasOwn(namedOperators, name) ? namedOperators[name] : undefined;
  return operator && compileNamed(name, operator, operand, compile);
}

/** The order of `$sortArray` is no expression. */
function sortArray(operand: BsonValue, compile: Compile): Evaluate {
  const sortBy = operand instanceof Map ? operand.get('sortBy') : undefined;
  if (sortBy === undefined || !(operand instanceof Map))
    throw new MongoError('FailedToParse', "$sortArray requires 'sortBy' to be specified");
  const sort: NamedOperator = {
    required: ['input'],
    optional: [],
    apply: ({ input }) => (isNil(input) ? null : sortElements(arrayOf('$sortArray', input), sortBy)),
  };
  const rest = new Map(operand);
  rest.delete('sortBy');
  return compileNamed('$sortArray', sort, rest, compile);
}
