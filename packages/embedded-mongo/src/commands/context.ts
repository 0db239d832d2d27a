import { Long } from 'bson';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric, typeNameOf } from '../bson/value';
import type { Engine } from '../engine/engine';
import { MongoError } from '../bson/mongoError';
import type { Answer, Session } from '../wire/connection';
import type { Request } from '../wire/message';

/** A command being carried out. */
export interface Call {
  readonly engine: Engine;
  readonly session: Session;
  readonly name: string;
  readonly database: string;
  readonly body: BsonDocument;
  readonly request: Request;
  readonly deadline: Deadline;
}

export type Command = (call: Call) => Promise<Answer> | Answer;

/**
 * The time for which the scans of a command may hold the thread before others get their turn, in
 * milliseconds.
 */
export const sliceMs = 8;

/** The time at which a command has to stop: at its `maxTimeMS`, or when its client has gone. */
export class Deadline {
  private readonly end: number;

  constructor(
    maxTimeMs: number,
    private readonly gone: AbortSignal,
  ) {
    this.end = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  }

  /** @throws MongoError `MaxTimeMSExpired`, `InterruptedAtShutdown` */
  check(): void {
    if (performance.now() > this.end)
      throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
    if (this.gone.aborted) throw new MongoError('InterruptedAtShutdown', 'The client has gone.');
  }

  /** Lets other connections have their turn. */
  async yield(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.check();
  }
}

/** The name of the collection that a command is about. @throws MongoError `InvalidNamespace` */
export function collectionName(call: Call, field = call.name): string {
  const name = call.body.get(field);
  if (typeof name !== 'string') {
    throw new MongoError('InvalidNamespace', `The collection of '${call.name}' has to be named by a string.`);
  }
  if (name === '')
    throw new MongoError('InvalidNamespace', `Invalid namespace specified '${call.database}.'.`);
  return name;
}

export function optionalDocument(body: BsonDocument, field: string): BsonDocument {
  const value = body.get(field);
  if (value === undefined || value === null) return new Map();
  return needDocument(field, value);
}

export function needDocument(field: string, value: BsonValue): BsonDocument {
  if (isDocument(value)) return value;
  throw wrongType(field, 'object', value);
}

export function requiredArray(body: BsonDocument, field: string): BsonValue[] {
  const value = body.get(field);
  if (!Array.isArray(value)) throw wrongType(field, 'array', value);
  return value;
}

/** A number of things: whole and not negative. */
export function optionalCount(body: BsonDocument, field: string): number | undefined {
  const value = body.get(field);
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw wrongType(field, 'long', value);
  const count = toDouble(value);
  if (!Number.isInteger(count) || count < 0) {
    throw new MongoError('BadValue', `The field '${field}' must be a whole number that is not negative.`);
  }
  return count;
}

export function isTrue(value: BsonValue | undefined): boolean {
  return value === true || (isNumeric(value) && toDouble(value) !== 0);
}

export function wrongType(field: string, wanted: string, value: BsonValue | undefined): MongoError {
  return new MongoError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeNameOf(value)}', expected type '${wanted}'`,
  );
}

/** The answer to a query of a collection that does not exist. */
export function noCursor(namespace: string): Answer {
  return { cursor: { firstBatch: [], id: Long.ZERO, ns: namespace }, ok: 1 };
}

/**
 * Rejects any collation but the simple one: the indexes and comparisons here know only bytes.
 * @throws MongoError `BadValue`
 */
export function rejectCollation(body: BsonDocument): void {
  const collation = body.get('collation');
  if (isDocument(collation) && collation.size > 0 && collation.get('locale') !== 'simple') {
    throw new MongoError('BadValue', 'Collations other than simple are not supported by the embedded store.');
  }
}
