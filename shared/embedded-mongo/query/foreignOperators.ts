import { BSONRegExp, Double, Long } from 'bson';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as expressionOperators from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../mongoError';
import type { Compile, Evaluate, Scope } from './evaluate';
import { compileRegex } from './regex';

/** Operators that would run code of the client, or that mingo takes with operands of another kind. */
const refused = new Set(['$function', '$accumulator', '$sampleRate', '$toHashedIndexKey']);

const options: Options = {
  context: Context.init({ expression: expressionOperators }),
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
};

/**
 * The other operators are mingo's. Its values are JavaScript's, so that the type of a number that one of these
 * computes may differ: whole numbers become int32 where they fit, and doubles where they do not.
 * @throws MongoError `BadValue` where there is no such operator
 */
export function foreignOperator(name: string, operand: BsonValue, compile: Compile): Evaluate {
  if (refused.has(name) || !Object.hasOwn(expressionOperators, name)) {
    throw new MongoError(
      'BadValue',
      `Unrecognized expression '${name}': the embedded store does not have it.`,
    );
  }
  const prepare = prepareOperand(operand, compile);
  return (scope) => {
    const args = prepare(scope);
    try {
      return fromPlain(evalExpr({}, { [name]: args }, options));
    } catch (error) {
      if (error instanceof MongoError) throw error;
      throw new MongoError('BadValue', `${name} failed: ${(error as Error).message}`);
    }
  };
}

/** The operands are evaluated here, and passed as literals in the form that the operator takes them. */
function prepareOperand(operand: BsonValue, compile: Compile): (scope: Scope) => unknown {
  const literal = (evaluate: Evaluate) => (scope: Scope) => ({ $literal: toPlain(evaluate(scope)) });
  if (Array.isArray(operand)) {
    const parts = operand.map((part) => literal(compile(part)));
    return (scope) => parts.map((part) => part(scope));
  }
  const isNamed = isDocument(operand) && operand.size > 0 && ![...operand.keys()][0]!.startsWith('$');
  if (!isNamed) return literal(compile(operand));
  const parts = [...operand].map(([name, part]) =>
    // The order of $sortArray is no expression.
    name === 'sortBy' ? ([name, () => toPlain(part)] as const) : ([name, literal(compile(part))] as const),
  );
  return (scope) => Object.fromEntries(parts.map(([name, part]) => [name, part(scope)]));
}

/** A value as mingo takes it. An int64 that a double cannot hold stays an object. */
function toPlain(value: BsonValue | undefined): unknown {
  if (value === undefined || value === null || typeof value !== 'object' || value instanceof Date)
    return value;
  if (value instanceof Map) return documentToPlain(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Double) return value.value;
  if (value instanceof Long) return Number.isSafeInteger(value.toNumber()) ? value.toNumber() : value;
  if (value instanceof BSONRegExp) return compileRegex(value.pattern, value.options);
  return value;
}

export function documentToPlain(document: BsonDocument): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of document) {
    if (name === '__proto__') continue;
    plain[name] = toPlain(value);
  }
  return plain;
}

export function fromPlain(value: unknown): BsonValue | undefined {
  if (typeof value === 'bigint') return Long.fromBigInt(value);
  if (value === undefined || value === null || typeof value !== 'object') return value as BsonValue;
  if (Array.isArray(value)) return value.map((element) => fromPlain(element) ?? null);
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags.replace(/[^ims]/g, ''));
  if (value instanceof Date || '_bsontype' in value || value instanceof Map) return value as BsonValue;
  const document: BsonDocument = new Map();
  for (const [name, child] of Object.entries(value)) {
    const converted = fromPlain(child);
    if (converted !== undefined) document.set(name, converted);
  }
  return document;
}
