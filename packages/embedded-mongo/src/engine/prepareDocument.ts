import { BSONRegExp, ObjectId } from 'bson';
import { decodeStorable } from '../bson/decode';
import { encodeDocument } from '../bson/encode';
import { type BsonDocument, type BsonValue, typeNameOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { maxDocumentBytes } from '../wire/message';
import { idKeyOf } from './indexKeys';

/** A document that is ready to be stored: `_id` is there and comes first. */
export interface Prepared {
  readonly document: BsonDocument;
  readonly bytes: Buffer;
  readonly idKey: Buffer;
  readonly truncatedId: boolean;
}

/**
 * Reads and completes a document that a client sent. An absent `_id` is made, and put first.
 * @throws MongoError `InvalidBSON`, `InvalidIdField`, `BSONObjectTooLarge`
 */
export function prepareBytes(bytes: Buffer): Prepared {
  const document = decodeStorable(bytes);
  const first = document.keys().next();
  if (!first.done && first.value === '_id') return prepared(document, bytes);
  return prepareDocument(document);
}

/** As `prepareBytes`, of a document that was made here. */
export function prepareDocument(document: BsonDocument): Prepared {
  const first = document.keys().next();
  const ordered = !first.done && first.value === '_id' ? document : withIdFirst(document);
  return prepared(ordered, encodeDocument(ordered));
}

function withIdFirst(document: BsonDocument): BsonDocument {
  const id = document.get('_id') ?? (document.has('_id') ? null : new ObjectId());
  return new Map<string, BsonValue>([['_id', id], ...[...document].filter(([name]) => name !== '_id')]);
}

function prepared(document: BsonDocument, bytes: Buffer): Prepared {
  if (bytes.length > maxDocumentBytes) {
    throw new MongoError(
      'BSONObjectTooLarge',
      `A document of ${bytes.length} bytes is larger than the ${maxDocumentBytes} bytes that are allowed.`,
    );
  }
  const id = document.get('_id')!;
  if (Array.isArray(id) || id instanceof BSONRegExp) {
    throw new MongoError('InvalidIdField', `The '_id' value cannot be of type ${typeNameOf(id)}.`);
  }
  if (id instanceof Map) checkIdFields(id);
  const { key, truncated } = idKeyOf(id);
  return { document, bytes, idKey: key, truncatedId: truncated };
}

/** @throws MongoError `DollarPrefixedFieldName`: within an `_id` such fields are allowed only as those of a DBRef */
function checkIdFields(id: BsonDocument): void {
  const isReference = [...id.keys()].slice(0, 2).join() === '$ref,$id';
  for (const [name, value] of id) {
    if (name.startsWith('$') && !(isReference && ['$ref', '$id', '$db'].includes(name))) {
      throw new MongoError(
        'DollarPrefixedFieldName',
        `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
      );
    }
    for (const inner of Array.isArray(value) ? value : [value])
      if (inner instanceof Map) checkIdFields(inner);
  }
}
