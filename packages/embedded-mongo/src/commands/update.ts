import { decodeDocument } from '../bson/decode';
import { type BsonDocument, type BsonValue } from '../bson/value';
import { prepareDocument } from '../engine/prepareDocument';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import { compileUpdate, type Updater, upsertDocument } from '../update/updater';
import type { Answer } from '../wire/connection';
import { asDocument, inOrder, readBatch, runStatements } from './batch';
import {
  type Call,
  collectionName,
  isTrue,
  optionalDocument,
  rejectCollation,
  requiredArray,
} from './context';
import { modifyAll, modifyFirst, type Selection, storeChange } from './modify';
import { checkStatement } from './fields';
import { readConstants, readVariables } from './variables';

interface Counts {
  n: number;
  nModified: number;
  upserted: { index: number; _id: BsonValue }[];
}

/** `update`: each statement changes one document, or each of many in its turn. */
export async function update(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const statements = readBatch(call, 'updates', decodeDocument, ({ body }) =>
    requiredArray(body, 'updates').map(asDocument),
  );
  const counts: Counts = { n: 0, nModified: 0, upserted: [] };
  const errors = await runStatements(call, statements, (statement, index) =>
    runStatement(call, name, statement, index, counts),
  );
  const { n, nModified, upserted } = counts;
  return {
    n,
    nModified,
    ...(upserted.length > 0 ? { upserted: inOrder(upserted) } : {}),
    ...errors,
    ok: 1,
  };
}

async function runStatement(
  call: Call,
  name: string,
  statement: BsonDocument,
  index: number,
  counts: Counts,
): Promise<void> {
  rejectCollation(statement);
  checkStatement('updates', statement);
  const variables = readVariables(call.body);
  const change = statement.get('u') ?? null;
  const constants = statement.get('c');
  const inUpdate =
    constants === undefined
      ? variables
      : new Map([...(variables ?? []), ...readConstants(constants, Array.isArray(change))]);
  const updater = compileUpdate(change, statement.get('arrayFilters'), inUpdate);
  const selection: Selection = {
    filter: compileFilter(optionalDocument(statement, 'q'), variables),
    sort: [],
    hint: statement.get('hint'),
  };
  if (isTrue(statement.get('multi'))) {
    if (updater.kind === 'replacement') {
      throw new MongoError('FailedToParse', 'multi update is not supported for replacement-style update');
    }
    const matched = await updateMany(call, name, selection, updater, counts);
    if (matched > 0 || !isTrue(statement.get('upsert'))) return;
  }
  await updateOne(call, name, selection, updater, isTrue(statement.get('upsert')), index, counts);
}

/** Runs one statement. It counts its own matches, since the counts are of all statements. */
async function updateMany(
  call: Call,
  name: string,
  selection: Selection,
  updater: Updater,
  counts: Counts,
): Promise<number> {
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) return 0;
  let matched = 0;
  await modifyAll(call.engine, collection, selection, call.deadline, (found) => {
    const changed = storeChange(collection, found, updater.apply(found.document, selection.filter));
    matched++;
    counts.n++;
    if (changed) counts.nModified++;
  });
  return matched;
}

async function updateOne(
  call: Call,
  name: string,
  selection: Selection,
  updater: Updater,
  upsert: boolean,
  index: number,
  counts: Counts,
): Promise<void> {
  const { engine } = call;
  const collection =
    engine.catalog.find(call.database, name) ??
    (upsert ? await engine.writes.write(() => engine.catalog.ensure(call.database, name)) : undefined);
  if (!collection) return;
  await modifyFirst(engine, collection, selection, call.deadline, (found) => {
    if (found) {
      const changed = storeChange(collection, found, updater.apply(found.document, selection.filter));
      counts.n++;
      if (changed) counts.nModified++;
    } else if (upsert) {
      const prepared = prepareDocument(upsertDocument(selection.filter, updater));
      collection.insert(prepared);
      counts.n++;
      counts.upserted.push({ index, _id: prepared.document.get('_id')! });
    }
  });
}
