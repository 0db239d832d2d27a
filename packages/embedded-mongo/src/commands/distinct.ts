import { encodeKey } from '../bson/key';
import { type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import { splitPath, walkPath } from '../document/path';
import { Scan } from '../planner/scan';
import type { Answer } from '../wire/connection';
import { type Call, collectionName, optionalDocument, rejectCollation, sliceMs } from './context';
import { planFind } from './findQuery';

/** The answer is one document. */
const maxBytes = 16 * 1024 * 1024 - 1024;

/** `distinct`: each value of a path once, those in arrays too. */
export async function distinct(call: Call): Promise<Answer> {
  const name = collectionName(call);
  rejectCollation(call.body);
  const key = call.body.get('key');
  if (typeof key !== 'string' || key === '')
    throw new MongoError('TypeMismatch', "The field 'key' must be a string.");
  const filter = compileFilter(optionalDocument(call.body, 'query'));
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) return { values: [], ok: 1 };
  const { plan } = planFind({ collection, filter, sort: [], skip: 0, limit: 0 }, call.body.get('hint'));
  const scan = new Scan(call.engine.storage, collection, plan, filter);
  const values = new DistinctValues();
  for (let done = false; !done;) {
    const slice = scan.slice({ ms: sliceMs, bytes: 4 * 1024 * 1024 });
    for (const { document } of slice.found) {
      walkPath(document, splitPath(key), (value) => {
        if (Array.isArray(value)) for (const element of value) values.add(element);
        else if (value !== undefined) values.add(value);
        return false;
      });
    }
    done = slice.done;
    if (!done) await call.deadline.yield();
  }
  return { values: values.list, ok: 1 };
}

class DistinctValues {
  readonly list: BsonValue[] = [];
  private readonly keys = new Set<string>();
  private bytes = 0;

  add(value: BsonValue): void {
    const key = encodeKey(value).toString('latin1');
    if (this.keys.has(key)) return;
    this.bytes += key.length + 16;
    if (this.bytes > maxBytes) throw new MongoError('BSONObjectTooLarge', 'distinct too big, 16mb cap');
    this.keys.add(key);
    this.list.push(value);
  }
}
