import { describeValue } from '../bson/describe';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric, typeNameOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import { isIndexStep } from '../document/path';
import { rejectCollation } from './context';

/** MongoDB's limit on the fields of a compound index. */
const maxFields = 32;
/**
 * The options of an index. Options without an effect here are kept and listed; an unknown option is rejected.
 */
const knownOptions = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
]);

/**
 * Reads the description of an index that a client asks for.
 * @returns the description with its name, without what says nothing
 * @throws MongoError `CannotCreateIndex` and others where the index is of a kind that is not here
 */
export function checkIndexSpec(value: BsonValue): BsonDocument {
  if (!isDocument(value))
    throw new MongoError('TypeMismatch', 'The description of an index must be a document.');
  const key = value.get('key');
  if (!isDocument(key))
    throw new MongoError('FailedToParse', "The 'key' field is a required property of an index.");
  checkKey(key);
  rejectCollation(value);
  for (const option of value.keys()) {
    if (!knownOptions.has(option)) {
      throw new MongoError(
        'InvalidOptions',
        `The index option '${option}' is not supported by the embedded store.`,
      );
    }
  }
  const name =
    value.get('name') ?? [...key].map(([path, direction]) => `${path}_${describeValue(direction)}`).join('_');
  if (typeof name !== 'string' || name === '' || name === '*') {
    throw new MongoError('CannotCreateIndex', 'The name of an index must be a text other than "*".');
  }
  const spec: BsonDocument = new Map<string, BsonValue>([
    ['key', key],
    ['name', name],
  ]);
  for (const flag of ['unique', 'sparse'] as const) if (isSet(value, flag)) spec.set(flag, true);
  readExpiry(value, key, spec);
  readPartial(value, spec);
  return spec;
}

function checkKey(key: BsonDocument): void {
  if (key.size === 0) throw new MongoError('CannotCreateIndex', 'Index keys cannot be an empty document.');
  if (key.size > maxFields)
    throw new MongoError('CannotCreateIndex', `An index has ${maxFields} fields at most.`);
  for (const [path, direction] of key) {
    if (typeof direction === 'string') {
      throw new MongoError(
        'CannotCreateIndex',
        `An index of the kind '${direction}' is not supported by the embedded store.`,
      );
    }
    const number = isNumeric(direction) ? toDouble(direction) : NaN;
    if (Number.isNaN(number) || number === 0) {
      throw new MongoError(
        'CannotCreateIndex',
        `Values in v:2 index key pattern cannot be of type ${typeNameOf(direction)} or zero.`,
      );
    }
    checkPath(path);
  }
}

function checkPath(path: string): void {
  const steps = path.split('.');
  if (steps.includes('')) throw new MongoError('CannotCreateIndex', `The path '${path}' has an empty step.`);
  if (steps.some((step) => step.startsWith('$'))) {
    throw new MongoError(
      'CannotCreateIndex',
      `An index on '${path}' is not supported: no wildcard indexes are.`,
    );
  }
  if (steps.slice(1).some(isIndexStep)) {
    throw new MongoError(
      'CannotCreateIndex',
      `An index on '${path}', a place in an array, is not supported.`,
    );
  }
}

function isSet(value: BsonDocument, flag: string): boolean {
  const option = value.get(flag);
  if (option === undefined || option === null) return false;
  if (typeof option === 'boolean') return option;
  if (isNumeric(option)) return toDouble(option) !== 0;
  throw new MongoError('TypeMismatch', `The index option '${flag}' must be a boolean.`);
}

function readExpiry(value: BsonDocument, key: BsonDocument, spec: BsonDocument): void {
  const seconds = value.get('expireAfterSeconds');
  if (seconds === undefined) return;
  const number = isNumeric(seconds) ? toDouble(seconds) : NaN;
  if (!(number >= 0 && number <= 0x7fffffff)) {
    throw new MongoError('CannotCreateIndex', 'expireAfterSeconds must be a number from 0 to 2147483647.');
  }
  if (key.size !== 1 || key.has('_id')) {
    throw new MongoError('CannotCreateIndex', 'TTL indexes are single-field indexes, and not on _id.');
  }
  spec.set('expireAfterSeconds', seconds);
}

function readPartial(value: BsonDocument, spec: BsonDocument): void {
  const partial = value.get('partialFilterExpression');
  if (partial === undefined) return;
  if (!isDocument(partial))
    throw new MongoError('TypeMismatch', 'partialFilterExpression must be a document.');
  if (spec.has('sparse')) {
    throw new MongoError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  compileFilter(partial);
  spec.set('partialFilterExpression', partial);
}
