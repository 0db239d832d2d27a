import { Long } from 'bson';
import { isInt32 } from '../bson/value';
import type { Pace } from '../engine/cursors';
import type { Engine } from '../engine/engine';
import { compileFilter } from '../query/filter';
import { Scan } from '../planner/scan';
import type { Answer } from '../wire/connection';
import {
  type Call,
  collectionName,
  optionalCount,
  optionalDocument,
  rejectCollation,
  sliceMs,
} from './context';
import { type FindQuery, planFind } from './findQuery';

/** `count`. */
export async function count(call: Call): Promise<Answer> {
  const name = collectionName(call);
  rejectCollation(call.body);
  const filter = compileFilter(optionalDocument(call.body, 'query'));
  const skip = optionalCount(call.body, 'skip') ?? 0;
  const limit = optionalCount(call.body, 'limit') ?? 0;
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) return { n: 0, ok: 1 };
  const query = planFind({ collection, filter, sort: [], skip, limit }, call.body.get('hint'));
  return { n: wholeNumber(await countDocuments(call.engine, query, call.deadline)), ok: 1 };
}

/** An int32 where it fits, else an int64. */
export function wholeNumber(value: number): number | Long {
  return isInt32(value) ? value : Long.fromNumber(value);
}

/**
 * Counts the documents of a query. Where an index answers all of it, its keys are counted and no document is
 * read.
 */
export async function countDocuments(engine: Engine, query: FindQuery, pace: Pace): Promise<number> {
  const { plan, collection, filter, skip } = query;
  const limit = query.limit || Infinity;
  const [path] = plan.paths;
  let total = 0;
  if (plan.paths.length === 1 && path && !plan.filtered && path.index?.multikey !== true) {
    for (const range of path.ranges) total += engine.storage.count(range);
  } else {
    const scan = new Scan(engine.storage, collection, plan, filter);
    for (let done = false; !done && total < skip + limit;) {
      const slice = scan.slice({ ms: sliceMs, bytes: 4 * 1024 * 1024 });
      total += slice.found.length;
      done = slice.done;
      if (!done) await pace.yield();
    }
  }
  return Math.max(0, Math.min(total - skip, limit));
}
