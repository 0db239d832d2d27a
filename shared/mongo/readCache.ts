import type { StoreWrites } from '@cordon/embedded-mongo';
import { LRUCache } from 'lru-cache';
import { mongo } from 'mongoose';

/** The size of one database's cache, as BSON with its keys. In memory it takes a few times as much. */
const maxBytes = 16 * 1024 * 1024;
/** A read is not held where its key and its result are larger together. */
const maxBytesARead = 2 * 1024 * 1024;
/** A read of more documents is not held: a page of 1,000 is read with the row behind it. */
const maxDocumentsARead = 1_100;

/** The result of a read, and the state of its collections before it. */
interface HeldRead {
  readonly state: bigint;
  readonly result: unknown;
}

/**
 * Answers a read from memory while its collections are what they were when it was read. The answer is the one that the store
 * would give: writes by other processes count too. Without `writes`, as with MongoDB, every read goes to the store.
 */
export class ReadCache {
  private readonly held = new LRUCache<string, HeldRead>({
    maxSize: maxBytes,
  });

  /**
   * @param together collections that count as one, beside those of a read: a write to any of them ends all that is held. So
   * how fast an answer comes tells that something was written, and not what. Omitted: each for itself.
   */
  constructor(
    private readonly writes: StoreWrites | undefined,
    private readonly database: string,
    private readonly together: readonly string[] = [],
  ) {}

  /** False where every read goes to the store. */
  get isUsed(): boolean {
    return this.writes !== undefined;
  }

  /**
   * Returns what `read` gives, which is held by its key. `read` may depend on nothing but the key and these collections,
   * and those that count as one.
   * A result that is held is shared by its readers and frozen; only a list of rows is each reader's own.
   */
  async read<Result>(
    key: string,
    collections: readonly string[],
    read: () => Promise<Result>,
  ): Promise<Result> {
    const state = this.writes?.stateOf(this.database, [...this.together, ...collections]);
    if (state === undefined) return read();
    const held = this.held.get(key);
    if (held?.state === state) return ownList(held.result as Result);
    const result = await read();
    const size = heldSize(key, result);
    if (size > maxBytesARead) return result;
    deepFreeze(result);
    this.held.set(key, { state, result }, { size });
    return ownList(result);
  }
}

/** In bytes, as BSON. Infinity for a read of too many documents, which are not measured. */
const heldSize = (key: string, result: unknown): number =>
  Array.isArray(result) && result.length > maxDocumentsARead
    ? Infinity
    : key.length + mongo.BSON.calculateObjectSize({ result });

const ownList = <Result>(result: Result): Result =>
  Array.isArray(result) ? ([...(result as unknown[])] as Result) : result;

/** Freezes plain objects and lists. Values of BSON's types stay as they are. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
