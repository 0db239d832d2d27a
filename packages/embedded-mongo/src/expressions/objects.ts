import { Binary, Long, Timestamp } from 'bson';
import { encodeDocument } from '../bson/encode';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import type { Compile, Evaluate } from './evaluate';
import { isNil, type NamedOperator, type Operator, textOf, type Value, wrong } from './operator';

function changed(name: string, input: Value, field: Value, value: Value): Value {
  if (isNil(input)) return null;
  if (!isDocument(input)) throw wrong(name, input);
  const result: BsonDocument = new Map(input);
  if (value === undefined) result.delete(textOf(name, field));
  else result.set(textOf(name, field), value);
  return result;
}

/** Operators on documents and on single values. */
export const namedObjectOperators: Record<string, NamedOperator> = {
  $setField: {
    required: ['field', 'input', 'value'],
    optional: [],
    apply: ({ field, input, value }) => changed('$setField', input, field, value),
  },
  $unsetField: {
    required: ['field', 'input'],
    optional: [],
    apply: ({ field, input }) => changed('$unsetField', input, field, undefined),
  },
};

export const objectOperators: Record<string, Operator> = {
  $bsonSize: {
    min: 1,
    max: 1,
    apply: ([value]) => {
      if (isNil(value)) return null;
      if (!isDocument(value)) throw wrong('$bsonSize', value);
      return encodeDocument(value).length;
    },
  },
  $binarySize: {
    min: 1,
    max: 1,
    apply: ([value]) => {
      if (isNil(value)) return null;
      if (value instanceof Binary) return value.length();
      return Buffer.byteLength(textOf('$binarySize', value));
    },
  },
  $tsSecond: timestamp('$tsSecond', (value) => value.t),
  $tsIncrement: timestamp('$tsIncrement', (value) => value.i),
};

function timestamp(name: string, part: (value: Timestamp) => number): Operator {
  return {
    min: 1,
    max: 1,
    apply: ([value]) => {
      if (isNil(value)) return null;
      if (!(value instanceof Timestamp)) throw wrong(name, value);
      return Long.fromNumber(part(value));
    },
  };
}

/** `$getField`: of the document that is asked, or of `input`. */
export function getFieldOperator(operand: BsonValue, compile: Compile): Evaluate {
  const isNamed = isDocument(operand) && operand.has('field');
  const field = compile(isNamed ? operand.get('field')! : operand);
  const input = isNamed && operand.has('input') ? compile(operand.get('input')!) : undefined;
  return (scope) => {
    const from = input ? input(scope) : scope.root;
    const name = textOf('$getField', field(scope));
    return isNil(from) ? from : isDocument(from) ? from.get(name) : undefined;
  };
}
