import { type BsonValue } from '../bson/value';
import type { Pace } from '../engine/cursors';
import { MongoError } from '../bson/mongoError';
import type { Found, Scan } from './scan';
import { compareSortKeys, type SortField, sortKeyOf } from '../document/sort';

/** MongoDB's limit on what a sort without an index may hold, in bytes. */
export const maxSortBytes = 100 * 1024 * 1024;
/** The memory of a waiting document besides its bytes: keys, objects, places in arrays. An estimate. */
const overheadBytes = 200;
const sliceMs = 8;

interface Keyed {
  readonly found: Found;
  readonly key: readonly BsonValue[];
  readonly place: number;
}

/**
 * Reads a scan to its end and puts it in order. With a limit no more than twice as many documents are held.
 * @throws MongoError `QueryExceededMemoryLimitNoDiskUseAllowed`
 */
export async function sortFound(
  scan: Scan,
  fields: readonly SortField[],
  limit: number,
  pace: Pace,
): Promise<Found[]> {
  const sorter = new Sorter(fields, limit);
  for (;;) {
    const { found, done } = scan.slice({ ms: sliceMs, bytes: 4 * 1024 * 1024 });
    for (const one of found) sorter.add(one, sortKeyOf(one.document, fields));
    if (done) return sorter.finish();
    await pace.yield();
  }
}

class Sorter {
  private held: Keyed[] = [];
  private bytes = 0;
  private count = 0;

  constructor(
    private readonly fields: readonly SortField[],
    private readonly limit: number,
  ) {}

  add(found: Found, key: readonly BsonValue[]): void {
    // The values that were read for the key are let go: the bytes are enough.
    this.held.push({ found: found.withoutDocument(), key, place: this.count++ });
    this.bytes += found.bytes.length + overheadBytes;
    if (this.held.length >= this.limit * 2 + 1000) this.cut();
    if (this.bytes > maxSortBytes) {
      this.cut();
      if (this.bytes > maxSortBytes) throw tooMuch();
    }
  }

  finish(): Found[] {
    this.cut();
    return this.held.map(({ found }) => found);
  }

  private cut(): void {
    this.held.sort((a, b) => compareSortKeys(a.key, b.key, this.fields) || a.place - b.place);
    if (this.held.length <= this.limit) return;
    this.held.length = this.limit;
    this.bytes = this.held.reduce((sum, { found }) => sum + found.bytes.length + overheadBytes, 0);
  }
}

export function tooMuch(): MongoError {
  return new MongoError(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `Sort exceeded memory limit of ${maxSortBytes} bytes, and nothing is sorted on disk by the embedded store: ` +
      'add an index, a filter or a limit.',
  );
}
