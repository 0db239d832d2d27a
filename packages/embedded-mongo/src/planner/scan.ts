import { decodeDocument } from '../bson/decode';
import { type BsonDocument } from '../bson/value';
import type { Collection } from '../engine/collection';
import { tableKey } from '../engine/keySpace';
import type { Entry, Storage } from '../engine/storage';
import { MongoError } from '../bson/mongoError';
import type { Filter } from '../query/filter';
import type { AccessPath, Plan } from './plan';

/** A document that a scan found. It is read into values when first asked for. */
export class Found {
  constructor(
    readonly idKey: Buffer,
    readonly bytes: Buffer,
    private read?: BsonDocument,
  ) {}

  get document(): BsonDocument {
    return (this.read ??= decodeDocument(this.bytes));
  }

  /** The same without what was read of it. */
  withoutDocument(): Found {
    return this.read ? new Found(this.idKey, this.bytes) : this;
  }
}

/** The most memory for the ids of documents that may come again, so that none is answered twice. */
const maxSeenBytes = 256 * 1024 * 1024;
/** Of each besides its bytes: a string and a place in a set. An estimate. */
const seenOverheadBytes = 64;

function tooManySeen(): MongoError {
  return new MongoError(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `A range of an index over arrays, or an $or, led to more documents than ${maxSeenBytes} bytes can remember. Ask for a narrower range, or in parts.`,
  );
}

export interface Slice {
  readonly found: Found[];
  readonly done: boolean;
}

/** The end of a slice: after so many entries examined, documents found, or milliseconds. */
export interface SliceLimit {
  readonly examined?: number;
  readonly found?: number;
  readonly bytes?: number;
  readonly ms?: number;
}

/**
 * Walks a plan from slice to slice. Between slices only the last key is held, so that an idle cursor keeps no
 * snapshot of the store alive. Documents written meanwhile are seen where the walk has not been yet.
 */
export class Scan {
  /** The examined entries and documents, for `explain`. */
  keysExamined = 0;
  documentsExamined = 0;
  private pathAt = 0;
  private rangeAt = 0;
  private after: Buffer | undefined;
  private readonly seen: Set<string> | undefined;
  private seenBytes = 0;
  private current: AccessPath;

  constructor(
    private readonly storage: Storage,
    readonly collection: Collection,
    private readonly plan: Plan,
    private readonly filter: Filter,
  ) {
    this.current = plan.paths[0]!;
    const repeats = plan.paths.length > 1 || !plan.paths[0]!.distinct;
    this.seen = repeats ? new Set() : undefined;
  }

  /** @throws MongoError `QueryPlanKilled` where the collection or an index of the plan was dropped */
  slice(limit: SliceLimit): Slice {
    const found: Found[] = [];
    const until = limit.ms === undefined ? Infinity : performance.now() + limit.ms;
    let examined = 0;
    let bytes = 0;
    this.checkPlan();
    try {
      for (let entry = this.next(); entry; entry = this.next()) {
        const match = this.consider(entry);
        if (match) {
          found.push(match);
          bytes += match.bytes.length;
        }
        examined++;
        if (found.length >= (limit.found ?? Infinity) || bytes >= (limit.bytes ?? Infinity)) break;
        // The clock is not asked for each entry.
        if (examined >= (limit.examined ?? Infinity) || ((examined & 31) === 0 && performance.now() > until))
          break;
      }
    } finally {
      this.stop();
    }
    return { found, done: this.pathAt >= this.plan.paths.length };
  }

  private iterator: Iterator<Entry, void> | undefined;

  /** Rejects a walk over what is being emptied: it would end early and look complete. */
  private checkPlan(): void {
    if (this.pathAt >= this.plan.paths.length) return;
    const { collection, plan } = this;
    if (collection.dropped) {
      throw new MongoError(
        'QueryPlanKilled',
        `collection dropped. Namespace: ${collection.namespace}: repeat the query.`,
      );
    }
    for (const { index } of plan.paths) {
      if (!index || collection.indexes.includes(index)) continue;
      throw new MongoError('QueryPlanKilled', `index '${index.name}' dropped: repeat the query.`);
    }
  }

  /** The next entry, from the range that is being read or the ones that follow. */
  private next(): Entry | undefined {
    while (this.pathAt < this.plan.paths.length) {
      const entry = this.nextInRange();
      if (entry) return entry;
      this.after = undefined;
      this.rangeAt++;
      if (this.rangeAt >= this.current.ranges.length) {
        this.rangeAt = 0;
        this.current = this.plan.paths[++this.pathAt] ?? this.current;
      }
    }
    return undefined;
  }

  private nextInRange(): Entry | undefined {
    const { ranges, backwards, lookups } = this.current;
    const range = ranges[backwards ? ranges.length - 1 - this.rangeAt : this.rangeAt];
    if (!range) return undefined;
    if (lookups) {
      if (this.after) return undefined;
      this.after = range.start;
      const value = this.storage.get(range.start);
      return value && { key: range.start, value };
    }
    this.iterator ??= this.storage.entries(range, backwards, this.after);
    const next = this.iterator.next();
    if (next.done) {
      this.iterator = undefined;
      return undefined;
    }
    this.after = next.value.key;
    return next.value;
  }

  private stop(): void {
    this.iterator?.return?.();
    this.iterator = undefined;
  }

  private consider({ key, value }: Entry): Found | undefined {
    this.keysExamined++;
    const primary = this.current.index === undefined;
    const idKey = primary ? key.subarray(4) : value;
    if (this.seen) {
      const name = idKey.toString('latin1');
      if (this.seen.has(name)) return undefined;
      this.seen.add(name);
      this.seenBytes += name.length + seenOverheadBytes;
      if (this.seenBytes > maxSeenBytes) throw tooManySeen();
    }
    const bytes = primary ? value : this.storage.get(tableKey(this.collection.table, idKey));
    if (!bytes) return undefined;
    this.documentsExamined++;
    if (!this.plan.filtered) return new Found(idKey, bytes);
    const document = decodeDocument(bytes);
    return this.filter.matches(document) ? new Found(idKey, bytes, document) : undefined;
  }
}
