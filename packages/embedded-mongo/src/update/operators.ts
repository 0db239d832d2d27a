import { Long, Timestamp } from 'bson';
import { addNumbers, combineBits, multiplyNumbers } from '../bson/arithmetic';
import { compareValues } from '../bson/compare';
import { describeValue } from '../bson/describe';
import {
  type BsonDocument,
  type BsonNumber,
  type BsonValue,
  isDocument,
  isInt32,
  isNumeric,
  typeNameOf,
} from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { prepareArrayOperator } from './arrayOperators';
import type { Change } from './change';
import { getAt, setAt, unsetAt } from '../document/target';

/**
 * Reads the operand of an update operator for one field.
 * @throws MongoError `FailedToParse` where the operator is unknown, `BadValue` and others where its operand is wrong
 */
export function prepareOperator(name: string, operand: BsonValue): Change {
  switch (name) {
    case '$set':
    case '$setOnInsert':
      return (document, path) => setAt(document, path, operand);
    case '$unset':
      return unsetAt;
    case '$inc':
      return prepareArithmetic(name, operand, 0, addNumbers);
    case '$mul':
      return prepareArithmetic(name, operand, undefined, multiplyNumbers);
    case '$min':
      return (document, path) => setIf(document, path, operand, (difference) => difference < 0);
    case '$max':
      return (document, path) => setIf(document, path, operand, (difference) => difference > 0);
    case '$currentDate':
      return prepareCurrentDate(operand);
    case '$bit':
      return prepareBit(operand);
    default:
      return prepareArrayOperator(name, operand);
  }
}

function setIf(
  document: BsonDocument,
  path: readonly string[],
  operand: BsonValue,
  accepts: (difference: number) => boolean,
): void {
  const current = getAt(document, path);
  if (current === undefined || accepts(compareValues(operand, current))) setAt(document, path, operand);
}

function prepareArithmetic(
  name: string,
  operand: BsonValue,
  identity: number | undefined,
  combine: (a: BsonNumber, b: BsonNumber) => BsonNumber | undefined,
): Change {
  const verb = name === '$inc' ? 'increment' : 'multiply';
  if (!isNumeric(operand)) {
    throw new MongoError(
      'TypeMismatch',
      `Cannot ${verb} with non-numeric argument: ${describeValue(operand)}`,
    );
  }
  return (document, path) => {
    const current = getAt(document, path);
    if (current !== undefined && !isNumeric(current)) {
      throw new MongoError(
        'TypeMismatch',
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${describeValue(document.get('_id') ?? null)}} ` +
          `has the field '${path.at(-1)}' of non-numeric type ${typeNameOf(current)}`,
      );
    }
    // A missing field becomes the operand, or for $mul a zero of its type.
    const result =
      current === undefined ? (identity === 0 ? operand : combine(operand, 0)) : combine(current, operand);
    if (result === undefined) {
      throw new MongoError(
        'BadValue',
        `Failed to apply ${name} operations to current value: an int64 would overflow.`,
      );
    }
    setAt(document, path, result);
  };
}

function prepareCurrentDate(operand: BsonValue): Change {
  const type = isDocument(operand)
    ? operand.get('$type')
    : operand === true || operand === false
      ? 'date'
      : undefined;
  if (type === 'date') return (document, path) => setAt(document, path, new Date());
  if (type === 'timestamp') return (document, path) => setAt(document, path, nextTimestamp());
  throw new MongoError(
    'BadValue',
    "The operand of $currentDate must be true or {$type: 'date'} or {$type: 'timestamp'}.",
  );
}

let lastSecond = 0;
let ordinal = 0;

function nextTimestamp(): Timestamp {
  const second = Math.floor(Date.now() / 1000);
  ordinal = second === lastSecond ? ordinal + 1 : 1;
  lastSecond = second;
  return new Timestamp({ t: second, i: ordinal });
}

function prepareBit(operand: BsonValue): Change {
  if (!isDocument(operand) || operand.size === 0) {
    throw new MongoError(
      'BadValue',
      'The $bit modifier is not compatible with anything but a document of operations.',
    );
  }
  const steps = [...operand].map(([operation, bits]) => {
    if (operation !== 'and' && operation !== 'or' && operation !== 'xor') {
      throw new MongoError(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}'`,
      );
    }
    return { operation, bits: wholeNumber(bits) } as const;
  });
  return (document, path) => {
    let value = wholeNumber(getAt(document, path) ?? 0);
    for (const { operation, bits } of steps) value = combineBits(value, bits, operation);
    setAt(document, path, value);
  };
}

function wholeNumber(value: BsonValue): number | Long {
  if (value instanceof Long || (typeof value === 'number' && isInt32(value))) return value;
  throw new MongoError(
    'BadValue',
    `The $bit modifier field must be an Integer(32/64 bit), not ${describeValue(value)}`,
  );
}
