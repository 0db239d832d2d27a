import { Decimal128, Long } from 'bson';
import { toDouble } from '../bson/exact';
import { type BsonNumber, type BsonValue, isDocument, isNumeric, typeNameOf } from '../bson/value';
import { type ErrorName, MongoError } from '../bson/mongoError';
import type { Compile, Evaluate } from './evaluate';

export type Value = BsonValue | undefined;

/** An operator with its operands in a row. */
export interface Operator {
  readonly min: number;
  readonly max: number;
  apply(args: readonly Value[]): Value;
}

/** An operator whose operands have names; `apply` gets undefined for one that is not given or missing. */
export interface NamedOperator<Name extends string = string> {
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
  apply(args: Readonly<Record<Name, Value>>, given: ReadonlySet<string>): Value;
}

export const isNil = (value: Value): value is null | undefined => value === undefined || value === null;

export function wrong(name: string, value: Value): MongoError {
  return new MongoError('TypeMismatch', `${name} does not take a value of the type ${typeNameOf(value)}.`);
}

export function bad(message: string, code: ErrorName = 'BadValue'): MongoError {
  return new MongoError(code, message);
}

export function textOf(name: string, value: Value): string {
  if (typeof value === 'string') return value;
  throw wrong(name, value);
}

export function arrayOf(name: string, value: Value): BsonValue[] {
  if (Array.isArray(value)) return value;
  throw wrong(name, value);
}

/** A whole number of any numeric type. */
export function wholeOf(name: string, value: Value): number {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (Number.isSafeInteger(number)) return number;
  throw bad(`${name} needs a whole number, not a value of the type ${typeNameOf(value)}.`);
}

/** Results that exact arithmetic would need are rejected for decimals. */
export function doubleOf(name: string, value: BsonNumber): number {
  if (!(value instanceof Decimal128)) return toDouble(value);
  throw bad(`${name} of a decimal is not supported by the embedded store: convert it with $toDouble.`);
}

export function numberOf(name: string, value: Value): BsonNumber {
  if (isNumeric(value)) return value;
  throw wrong(name, value);
}

export const longOf = (value: number): Long => Long.fromNumber(value);

export function compileNamed(
  name: string,
  operator: NamedOperator,
  operand: BsonValue,
  compile: Compile,
): Evaluate {
  if (!isDocument(operand)) throw bad(`${name} only supports an object as its argument`, 'FailedToParse');
  const known = [...operator.required, ...operator.optional];
  for (const argument of operand.keys()) {
    if (!known.includes(argument))
      throw bad(`Unrecognized argument to ${name}: ${argument}`, 'FailedToParse');
  }
  for (const argument of operator.required) {
    if (!operand.has(argument)) throw bad(`Missing '${argument}' parameter to ${name}`, 'FailedToParse');
  }
  const args = [...operand].map(([argument, source]) => [argument, compile(source)] as const);
  const given = new Set(operand.keys());
  return (scope) =>
    operator.apply(
      Object.fromEntries(args.map(([argument, evaluate]) => [argument, evaluate(scope)])),
      given,
    );
}
