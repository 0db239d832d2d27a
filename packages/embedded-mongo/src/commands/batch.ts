import { type Encodable } from '../bson/encode';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Call } from './context';

/** MongoDB's limit on the writes of one command. */
export const maxWriteBatch = 100_000;
/** Documents that are written in one go: between two goes other connections have their turn. */
const writesPerTurn = 250;

export function isOrdered(call: Call): boolean {
  return call.body.get('ordered') !== false;
}

/**
 * The items of a batch: from a section of their own, or from the body.
 * @throws MongoError `InvalidLength`
 */
export function readBatch<T>(
  call: Call,
  field: string,
  read: (bytes: Buffer) => T,
  fromBody: (call: Call) => T[],
): T[] {
  const section = call.request.sequences.get(field);
  const items = section ? section.map((bytes) => read(bytes)) : fromBody(call);
  if (items.length === 0 || items.length > maxWriteBatch) {
    throw new MongoError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${maxWriteBatch}. Got ${items.length} operations.`,
    );
  }
  return items;
}

export interface BatchOutcome {
  /** The number of successes. */
  readonly done: number;
  readonly errors: { writeErrors?: Encodable[] };
}

/** Runs one item of the batch and notes its error; false where the batch must stop. */
type Report = (at: number, work: () => void) => boolean;

/**
 * Runs the items of a batch in turns. Ordered, the first error ends it; unordered, all are tried. An error of the
 * server, such as a full disk, is that of the whole command.
 */
export async function runBatch<T>(
  items: readonly T[],
  ordered: boolean,
  runSome: (items: readonly T[], report: Report) => Promise<void>,
): Promise<BatchOutcome> {
  const writeErrors: Encodable[] = [];
  let done = 0;
  for (let from = 0; from < items.length; from += writesPerTurn) {
    const turn = { stopped: false };
    const errors: Encodable[] = [];
    let succeeded = 0;
    await runSome(items.slice(from, from + writesPerTurn), (at, work) => {
      try {
        work();
        succeeded++;
        return true;
      } catch (error) {
        if (!(error instanceof MongoError)) throw error;
        errors.push(writeError(from + at, error));
        turn.stopped = ordered;
        return !ordered;
      }
    });
    // Counted after the commit: what was rolled back did not happen.
    done += succeeded;
    writeErrors.push(...errors);
    if (turn.stopped) break;
  }
  return { done, errors: writeErrors.length > 0 ? { writeErrors } : {} };
}

/** Statements of an unordered batch that share a commit. Each is whole, and sees what those before it did. */
const statementsAtOnce = 250;

/**
 * Runs statements that change stored documents: one after the other, or, unordered, many at once. A problem
 * of one of them is noted, and ends an ordered batch; an error of the server is that of the whole command.
 */
export async function runStatements(
  call: Call,
  statements: readonly BsonDocument[],
  run: (statement: BsonDocument, index: number) => Promise<void>,
): Promise<{ writeErrors?: Encodable[] }> {
  const ordered = isOrdered(call);
  const atOnce = ordered ? 1 : statementsAtOnce;
  const errors: WriteError[] = [];
  for (let from = 0; from < statements.length; from += atOnce) {
    call.deadline.check();
    const some = statements.slice(from, from + atOnce).map((statement, at) =>
      run(statement, from + at).catch((error: unknown) => {
        if (!(error instanceof MongoError) || isOfTheServer(error)) throw error;
        errors.push(writeError(from + at, error));
      }),
    );
    await Promise.all(some);
    if (ordered && errors.length > 0) break;
  }
  return errors.length > 0 ? { writeErrors: inOrder(errors) } : {};
}

/** Returns the results of concurrent statements, in the order of the statements. */
export const inOrder = <Item extends { readonly index: number }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => a.index - b.index);

/** Errors that are not the statement's: the rest of the batch would meet them too. */
function isOfTheServer(error: MongoError): boolean {
  return ['MaxTimeMSExpired', 'InterruptedAtShutdown', 'OutOfDiskSpace', 'InternalError'].includes(
    error.codeName,
  );
}

export function asDocument(value: BsonValue): BsonDocument {
  if (isDocument(value)) return value;
  throw new MongoError('TypeMismatch', 'Each statement of a batch must be a document.');
}

/** An error in the form of `writeErrors`. */
interface WriteError {
  readonly index: number;
  readonly [detail: string]: Encodable;
}

function writeError(index: number, error: MongoError): WriteError {
  return { index, code: error.code, errmsg: error.message, ...Object.fromEntries(error.details ?? []) };
}
