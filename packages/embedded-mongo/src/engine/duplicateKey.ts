import { type BsonDocument, type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { splitPath, walkPath } from '../document/path';
import { describeValue } from '../bson/describe';

/** MongoDB's error of a second document with the key of a unique index; drivers read `keyPattern` and `keyValue`. */
export function duplicateKey(
  namespace: string,
  index: string,
  keyPattern: BsonDocument,
  document: BsonDocument,
): MongoError {
  const keyValue: BsonDocument = new Map();
  for (const path of keyPattern.keys()) keyValue.set(path, valueAt(document, path));
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: ${describeValue(keyValue)}`,
    new Map<string, BsonValue>([
      ['keyPattern', keyPattern],
      ['keyValue', keyValue],
    ]),
  );
}

function valueAt(document: BsonDocument, path: string): BsonValue {
  let found: BsonValue = null;
  walkPath(document, splitPath(path), (value) => {
    if (value === undefined) return false;
    found = value;
    return true;
  });
  return found;
}
