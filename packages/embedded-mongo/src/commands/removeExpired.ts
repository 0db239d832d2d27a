import { type BsonValue } from '../bson/value';
import type { Pace } from '../engine/cursors';
import type { Engine } from '../engine/engine';
import { compileFilter } from '../query/filter';
import { modifyAll } from './modify';

/** Removes the documents whose date in a TTL index lies further back than the index says. */
export async function removeExpired(engine: Engine, pace: Pace, now = Date.now()): Promise<void> {
  for (const collection of [...engine.catalog.all()]) {
    for (const { fields, expireAfterSeconds, ready } of [...collection.indexes]) {
      if (expireAfterSeconds === undefined || !ready) continue;
      const latest = new Date(now - expireAfterSeconds * 1000);
      // Only dates are less than a date: a value of another type does not expire.
      const filter = compileFilter(
        new Map([[fields[0]!.path, new Map<string, BsonValue>([['$lt', latest]])]]),
      );
      await modifyAll(engine, collection, { filter, sort: [], hint: undefined }, pace, (found) =>
        collection.remove(found.idKey, found.document),
      );
    }
  }
}
