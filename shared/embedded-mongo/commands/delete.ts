import { decodeDocument } from '../bson/decode';
import type { Encodable } from '../bson/encode';
import { toDouble } from '../bson/exact';
import { type BsonDocument, isNumeric } from '../bson/value';
import { MongoError } from '../mongoError';
import { compileFilter } from '../query/filter';
import type { Answer } from '../wire/connection';
import { isOrdered, readBatch, writeError } from './batch';
import { type Call, collectionName, optionalDocument, refuseCollation, requiredArray } from './context';
import { modifyAll, modifyFirst, type Selection } from './modify';
import { asDocument, isOfTheServer } from './update';
import { readVariables } from './variables';

/** `delete`: each statement removes one document (`limit` 1) or all that its filter selects (0). */
export async function remove(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const statements = readBatch(call, 'deletes', decodeDocument, ({ body }) =>
    requiredArray(body, 'deletes').map(asDocument),
  );
  const writeErrors: Encodable[] = [];
  let n = 0;
  for (const [index, statement] of statements.entries()) {
    call.deadline.check();
    try {
      n += await runStatement(call, name, statement);
    } catch (error) {
      if (!(error instanceof MongoError) || isOfTheServer(error)) throw error;
      writeErrors.push(writeError(index, error));
      if (isOrdered(call)) break;
    }
  }
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}

async function runStatement(call: Call, name: string, statement: BsonDocument): Promise<number> {
  refuseCollation(statement);
  const limit = statement.get('limit');
  if (!isNumeric(limit) || ![0, 1].includes(toDouble(limit))) {
    throw new MongoError('FailedToParse', 'The limit field in delete objects must be 0 or 1.');
  }
  const selection: Selection = {
    filter: compileFilter(optionalDocument(statement, 'q'), readVariables(call.body)),
    sort: [],
    hint: statement.get('hint'),
  };
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) return 0;
  if (toDouble(limit) === 1) {
    return modifyFirst(call.engine, collection, selection, call.deadline, (found) => {
      if (found) collection.remove(found.idKey, found.document);
      return found ? 1 : 0;
    });
  }
  let removed = 0;
  await modifyAll(call.engine, collection, selection, call.deadline, (found) => {
    collection.remove(found.idKey, found.document);
    removed++;
  });
  return removed;
}
