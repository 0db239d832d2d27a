import { decodeDocument } from '../bson/decode';
import { toDouble } from '../bson/exact';
import { type BsonDocument, isNumeric } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import type { Answer } from '../wire/connection';
import { asDocument, readBatch, runStatements } from './batch';
import { type Call, collectionName, optionalDocument, rejectCollation, requiredArray } from './context';
import { checkStatement } from './fields';
import { modifyAll, modifyFirst, type Selection } from './modify';
import { readVariables } from './variables';

/** `delete`: each statement removes one document (`limit` 1) or all that its filter selects (0). */
export async function remove(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const statements = readBatch(call, 'deletes', decodeDocument, ({ body }) =>
    requiredArray(body, 'deletes').map(asDocument),
  );
  let n = 0;
  const errors = await runStatements(call, statements, async (statement) => {
    // Read behind the wait: others count at the same time.
    const removed = await runStatement(call, name, statement);
    n += removed;
  });
  return { n, ...errors, ok: 1 };
}

async function runStatement(call: Call, name: string, statement: BsonDocument): Promise<number> {
  rejectCollation(statement);
  checkStatement('deletes', statement);
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
