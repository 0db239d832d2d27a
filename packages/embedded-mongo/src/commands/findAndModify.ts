import { RawDocument } from '../bson/encode';
import { type BsonDocument, type BsonValue } from '../bson/value';
import type { Collection } from '../engine/collection';
import { prepareDocument } from '../engine/prepareDocument';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import { compileProjection, type Projection } from '../query/projection';
import { Found } from '../planner/scan';
import { parseSort } from '../document/sort';
import { compileUpdate, type Updater, upsertDocument } from '../update/updater';
import type { Answer } from '../wire/connection';
import { type Call, collectionName, isTrue, optionalDocument, rejectCollation } from './context';
import { modifyFirst, type Selection, storeChange } from './modify';
import { readVariables } from './variables';

interface Wish {
  readonly selection: Selection;
  /** Undefined where the document is to be removed. */
  readonly updater: Updater | undefined;
  readonly upsert: boolean;
  /** True where the answer holds the document as it is afterwards. */
  readonly after: boolean;
  readonly project: Projection | undefined;
}

interface Outcome {
  readonly value: Found | undefined;
  readonly updatedExisting: boolean;
  readonly upserted?: BsonValue;
}

/** `findAndModify`: changes or removes one document and answers with it, as it was or as it became. */
export async function findAndModify(call: Call): Promise<Answer> {
  const name = collectionName(call);
  const wish = readWish(call);
  const { catalog, writes } = call.engine;
  const collection =
    catalog.find(call.database, name) ??
    (wish.upsert ? await writes.write(() => catalog.ensure(call.database, name)) : undefined);
  const none: Outcome = { value: undefined, updatedExisting: false };
  const outcome = collection
    ? await modifyFirst(call.engine, collection, wish.selection, call.deadline, (found) =>
        use(collection, wish, found),
      )
    : none;
  const { value, updatedExisting, upserted } = outcome;
  const n = value || updatedExisting || upserted !== undefined ? 1 : 0;
  return {
    lastErrorObject: {
      n,
      ...(wish.updater ? { updatedExisting } : {}),
      ...(upserted === undefined ? {} : { upserted }),
    },
    value: value ? (wish.project?.(value) ?? new RawDocument(value.bytes)) : null,
    ok: 1,
  };
}

function readWish(call: Call): Wish {
  const { body } = call;
  rejectCollation(body);
  const remove = isTrue(body.get('remove'));
  const update = body.get('update');
  const upsert = isTrue(body.get('upsert'));
  const after = isTrue(body.get('new'));
  if (remove === (update !== undefined)) {
    throw new MongoError('FailedToParse', "Either an update or 'remove' must be given, and not both.");
  }
  if (remove && (upsert || after)) {
    throw new MongoError('FailedToParse', "Neither 'upsert' nor 'new' can be given with 'remove'.");
  }
  const variables = readVariables(body);
  const filter = compileFilter(optionalDocument(body, 'query'), variables);
  const fields: BsonDocument = optionalDocument(body, 'fields');
  return {
    selection: { filter, sort: parseSort(body.get('sort')), hint: body.get('hint') },
    updater: update === undefined ? undefined : compileUpdate(update, body.get('arrayFilters'), variables),
    upsert,
    after,
    project: compileProjection(fields, filter, variables),
  };
}

function use(
  collection: Collection,
  { selection, updater, upsert, after }: Wish,
  found: Found | undefined,
): Outcome {
  if (found && !updater) {
    collection.remove(found.idKey, found.document);
    return { value: found, updatedExisting: false };
  }
  if (found && updater) {
    const changed = updater.apply(found.document, selection.filter);
    storeChange(collection, found, changed);
    return { value: after ? asFound(changed) : found, updatedExisting: true };
  }
  if (!updater || !upsert) return { value: undefined, updatedExisting: false };
  const prepared = prepareDocument(upsertDocument(selection.filter, updater));
  collection.insert(prepared);
  return {
    value: after ? asFound(prepared.document) : undefined,
    updatedExisting: false,
    upserted: prepared.document.get('_id')!,
  };
}

function asFound(document: BsonDocument): Found {
  const { idKey, bytes } = prepareDocument(document);
  return new Found(idKey, bytes, document);
}
