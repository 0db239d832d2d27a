import { addNumbers, makeDouble, multiplyNumbers } from '../bson/arithmetic';
import { compareValues } from '../bson/compare';
import { toDouble } from '../bson/exact';
import {
  type BsonDocument,
  type BsonNumber,
  type BsonValue,
  isDocument,
  isNumeric,
  typeNameOf,
  undefinedValue,
} from '../bson/value';
import { namedOperator, namedOperatorNames, positionalOperators } from './operators';
import { arrayOf, isNil, longOf, type Operator, type Value, wrong } from './operator';
import { MongoError } from '../bson/mongoError';
import { bindingOperator } from './bindingOperators';
import type { Compile, Evaluate } from './evaluate';
import { isTruthy } from './truth';

/**
 * Operators that are carried out on BSON values as they are, so that types, exact numbers and BSON's order hold.
 * Undefined for all others.
 */
export function ownOperator(name: string, operand: BsonValue, compile: Compile): Evaluate | undefined {
  if (name === '$literal') return () => operand;
  const lazy =
    lazyOperator(name, operand, compile) ??
    bindingOperator(name, operand, compile) ??
    namedOperator(name, operand, compile);
  if (lazy) return lazy;
  const arity = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!arity) return undefined;
  const args = (Array.isArray(operand) ? operand : [operand]).map(compile);
  if (args.length < arity.min || args.length > arity.max) {
    throw new MongoError(
      'BadValue',
      `Expression ${name} takes ${arity.min} to ${arity.max} arguments. ${args.length} were passed in.`,
    );
  }
  return (scope) => arity.apply(args.map((arg) => arg(scope)));
}

/** Operators that need not ask all their operands. */
function lazyOperator(name: string, operand: BsonValue, compile: Compile): Evaluate | undefined {
  const args = (): Evaluate[] => (Array.isArray(operand) ? operand : [operand]).map(compile);
  switch (name) {
    case '$and': {
      const all = args();
      return (scope) => all.every((arg) => isTruthy(arg(scope)));
    }
    case '$or': {
      const all = args();
      return (scope) => all.some((arg) => isTruthy(arg(scope)));
    }
    case '$ifNull': {
      const all = args();
      return (scope) => {
        let value: Value;
        for (const arg of all) if ((value = arg(scope)) !== undefined && value !== null) return value;
        return value;
      };
    }
    case '$cond':
      return compileCond(operand, compile);
    case '$switch':
      return compileSwitch(operand, compile);
    default:
      return undefined;
  }
}

function compileCond(operand: BsonValue, compile: Compile): Evaluate {
  const parts = isDocument(operand) ? ['if', 'then', 'else'].map((part) => operand.get(part)) : operand;
  if (!Array.isArray(parts) || parts.length !== 3 || parts.includes(undefined)) {
    throw new MongoError('BadValue', "$cond needs 'if', 'then' and 'else'");
  }
  const [test, yes, no] = (parts as BsonValue[]).map(compile) as [Evaluate, Evaluate, Evaluate];
  return (scope) => (isTruthy(test(scope)) ? yes(scope) : no(scope));
}

function compileSwitch(operand: BsonValue, compile: Compile): Evaluate {
  const branches = isDocument(operand) ? operand.get('branches') : undefined;
  if (!isDocument(operand) || !Array.isArray(branches))
    throw new MongoError('BadValue', '$switch needs an array of branches');
  const compiled = branches.map((branch) => {
    const parts = isDocument(branch) ? [branch.get('case'), branch.get('then')] : [];
    if (parts[0] === undefined || parts[1] === undefined)
      throw new MongoError('BadValue', "$switch branches need 'case' and 'then'");
    return { test: compile(parts[0]), then: compile(parts[1]) };
  });
  const otherwise = operand.has('default') ? compile(operand.get('default')!) : undefined;
  return (scope) => {
    const taken = compiled.find(({ test }) => isTruthy(test(scope)));
    if (taken) return taken.then(scope);
    if (otherwise) return otherwise(scope);
    throw new MongoError(
      'BadValue',
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
}

/** Missing comes before null and after MinKey. */
export function compareMissing(a: Value, b: Value): number {
  return compareValues(a === undefined ? undefinedValue : a, b === undefined ? undefinedValue : b);
}

const comparison = (accepts: (difference: number) => boolean): Operator => ({
  min: 2,
  max: 2,
  apply: ([a, b]) => accepts(compareMissing(a, b)),
});

function arithmetic(
  name: string,
  combine: (a: BsonNumber, b: BsonNumber) => BsonNumber | undefined,
): Operator {
  return {
    min: 1,
    max: Infinity,
    apply: (args) => {
      let total: BsonNumber | Date | undefined;
      for (const arg of args) {
        if (isNil(arg)) return null;
        total = total === undefined ? asTerm(name, arg) : addTerm(name, total, arg, combine);
      }
      return total;
    },
  };
}

function asTerm(name: string, value: BsonValue): BsonNumber | Date {
  if (isNumeric(value) || (value instanceof Date && name !== '$multiply')) return value;
  throw wrong(name, value);
}

function addTerm(
  name: string,
  total: BsonNumber | Date,
  value: BsonValue,
  combine: (a: BsonNumber, b: BsonNumber) => BsonNumber | undefined,
): BsonNumber | Date {
  const term = asTerm(name, value);
  if (total instanceof Date || term instanceof Date) {
    if (total instanceof Date && term instanceof Date) throw wrong(name, term);
    const [date, ms] = total instanceof Date ? [total, term as BsonNumber] : [term as Date, total];
    return new Date(date.getTime() + toDouble(ms));
  }
  // Where an int64 would overflow, a double takes its place.
  return (
    combine(total, term) ??
    makeDouble(name === '$multiply' ? toDouble(total) * toDouble(term) : toDouble(total) + toDouble(term))
  );
}

function subtract(a: Value, b: Value): Value {
  if (isNil(a) || isNil(b)) return null;
  if (a instanceof Date && b instanceof Date) return longOf(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - toDouble(b));
  if (!isNumeric(a) || !isNumeric(b)) throw wrong('$subtract', isNumeric(a) ? b : a);
  return addNumbers(a, multiplyNumbers(b, -1) ?? 0) ?? makeDouble(toDouble(a) - toDouble(b));
}

const operators: Record<string, Operator> = {
  ...positionalOperators,
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $cmp: { min: 2, max: 2, apply: ([a, b]) => Math.sign(compareMissing(a, b)) },
  $not: { min: 1, max: 1, apply: ([value]) => !isTruthy(value) },
  $in: {
    min: 2,
    max: 2,
    apply: ([value, array]) => arrayOf('$in', array).some((element) => compareMissing(element, value) === 0),
  },
  $add: arithmetic('$add', addNumbers),
  $multiply: arithmetic('$multiply', multiplyNumbers),
  $subtract: { min: 2, max: 2, apply: ([a, b]) => subtract(a, b) },
  $size: { min: 1, max: 1, apply: ([array]) => arrayOf('$size', array).length },
  $isArray: { min: 1, max: 1, apply: ([value]) => Array.isArray(value) },
  $arrayElemAt: {
    min: 2,
    max: 2,
    apply: ([array, at]) =>
      isNil(array) || isNil(at) ? null : arrayOf('$arrayElemAt', array).at(toDouble(at as BsonNumber)),
  },
  $first: { min: 1, max: 1, apply: ([array]) => (isNil(array) ? null : arrayOf('$first', array)[0]) },
  $last: { min: 1, max: 1, apply: ([array]) => (isNil(array) ? null : arrayOf('$last', array).at(-1)) },
  $concatArrays: {
    min: 0,
    max: Infinity,
    apply: (arrays) =>
      arrays.some(isNil) ? null : arrays.flatMap((array) => arrayOf('$concatArrays', array)),
  },
  $mergeObjects: {
    min: 0,
    max: Infinity,
    apply: (args) => {
      const all = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
      const merged: BsonDocument = new Map();
      for (const one of all) {
        if (isNil(one)) continue;
        if (!isDocument(one)) throw wrong('$mergeObjects', one);
        for (const [name, value] of one) merged.set(name, value);
      }
      return merged;
    },
  },
  $type: { min: 1, max: 1, apply: ([value]) => typeNameOf(value) },
  $max: { min: 1, max: Infinity, apply: (args) => extreme(args, 1) },
  $min: { min: 1, max: Infinity, apply: (args) => extreme(args, -1) },
};

/** The expressions that there are: each has a test with MongoDB's documented answer, and any other is rejected. */
export const expressionNames: readonly string[] = [
  ...Object.keys(operators),
  ...namedOperatorNames,
  ...['$literal', '$and', '$or', '$ifNull', '$cond', '$switch', '$let', '$map', '$filter', '$reduce'],
];

/** The greatest (1) or least (-1) of values, or of the elements of one array; null and missing do not count. */
export function extreme(args: readonly Value[], direction: 1 | -1): Value {
  const values = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  let best: BsonValue = null;
  for (const value of values) {
    if (isNil(value)) continue;
    if (best === null || compareValues(value, best) * direction > 0) best = value;
  }
  return best;
}
