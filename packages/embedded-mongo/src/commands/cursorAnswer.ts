import { Long } from 'bson';
import type { BatchSource } from '../engine/cursors';
import { MongoError } from '../bson/mongoError';
import type { Answer } from '../wire/connection';
import { type Call, collectionName, optionalCount, requiredArray } from './context';

/** The first answer of a cursor; where more follows it is kept for `getMore`. */
export async function answerFirstBatch(
  call: Call,
  namespace: string,
  source: BatchSource,
  batchSize: number,
  single: boolean,
): Promise<Answer> {
  const { documents, done } = batchSize === 0 ? { documents: [], done: false } : await source.next(batchSize);
  const id = done || single ? Long.ZERO : call.engine.cursors.add(namespace, source, call.session.gone);
  return { cursor: { firstBatch: documents, id, ns: namespace }, ok: 1 };
}

/** `getMore`. A batch without a size ends at 16 MB. */
export async function getMore(call: Call): Promise<Answer> {
  const id = cursorId(call.body.get('getMore'));
  const namespace = `${call.database}.${collectionName(call, 'collection')}`;
  const { cursors } = call.engine;
  const cursor = cursors.take(id, namespace);
  try {
    const { documents, done } = await cursor.source.next(
      optionalCount(call.body, 'batchSize') || Infinity,
      call.deadline,
    );
    if (done) cursors.kill(id);
    return { cursor: { nextBatch: documents, id: done ? Long.ZERO : id, ns: namespace }, ok: 1 };
  } catch (error) {
    cursors.kill(id);
    throw error;
  } finally {
    cursors.release(cursor);
  }
}

function cursorId(value: unknown): Long {
  if (value instanceof Long) return value;
  if (typeof value === 'number') return Long.fromNumber(value);
  throw new MongoError('TypeMismatch', "The field 'getMore' must be a cursor id of the type long.");
}

/** `killCursors`. */
export function killCursors(call: Call): Answer {
  const killed: Long[] = [];
  const unknown: Long[] = [];
  for (const id of requiredArray(call.body, 'cursors').map(cursorId)) {
    (call.engine.cursors.kill(id) ? killed : unknown).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}
