import { RawDocument } from '../bson/encode';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import { compileProjection } from '../query/projection';
import { parseSort } from '../document/sort';
import type { Answer } from '../wire/connection';
import { readVariables } from './variables';
import {
  type Call,
  collectionName,
  isTrue,
  noCursor,
  optionalCount,
  optionalDocument,
  rejectCollation,
} from './context';
import { answerFirstBatch } from './cursorAnswer';
import { DocumentStream } from './documentStream';
import { type FindQuery, planFind } from './findQuery';

/**
 * The first batch where the client says nothing: MongoDB's 101 documents would cost most lists a second trip, which
 * takes longer than these bytes do.
 */
const firstBatch = { documents: 2000, bytes: 1024 * 1024 };

/** `find`: plans, sorts, skips, limits and projects; the rest waits in a cursor. */
export async function find(call: Call): Promise<Answer> {
  const name = collectionName(call);
  rejectCollation(call.body);
  if (isTrue(call.body.get('tailable'))) {
    throw new MongoError(
      'BadValue',
      'Tailable cursors are of capped collections, which the embedded store has not.',
    );
  }
  const query = readFind(call, name);
  const project = compileProjection(
    optionalDocument(call.body, 'projection'),
    query?.filter,
    readVariables(call.body),
  );
  const namespace = `${call.database}.${name}`;
  if (!query) return noCursor(namespace);
  const stream = new DocumentStream(call, query, (found) =>
    project ? project(found) : new RawDocument(found.bytes),
  );
  const single = isTrue(call.body.get('singleBatch'));
  const batch = optionalCount(call.body, 'batchSize');
  if (batch !== undefined) return answerFirstBatch(call, namespace, stream, batch, single);
  stream.limitNext(firstBatch.bytes);
  return answerFirstBatch(call, namespace, stream, firstBatch.documents, single);
}

/** Reads and plans the query; undefined where there is no such collection, which is an empty one. */
function readFind(call: Call, name: string): FindQuery | undefined {
  const { body } = call;
  const filter = compileFilter(optionalDocument(body, 'filter'), readVariables(body));
  const sort = parseSort(body.get('sort'));
  const skip = optionalCount(body, 'skip') ?? 0;
  const limit = optionalCount(body, 'limit') ?? 0;
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) return undefined;
  return planFind({ collection, filter, sort, skip, limit }, body.get('hint'));
}
