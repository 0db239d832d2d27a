import type { RawDocument } from '../bson/encode';
import type { BatchSource, Pace } from '../engine/cursors';
import type { Engine } from '../engine/engine';
import { Scan, type Found } from '../planner/scan';
import { sortFound } from '../planner/sortFound';
import { type Call, sliceMs } from './context';
import type { FindQuery } from './findQuery';

/** An answer is no larger than one document may be, plus what surrounds it. */
const maxBatchBytes = 16 * 1024 * 1024;

/** Batches of a query's documents, as a cursor answers them. */
export class DocumentStream implements BatchSource {
  private readonly stream: FoundStream;
  private batchBytes = maxBatchBytes;

  constructor(
    private readonly call: Call,
    query: FindQuery,
    private readonly present: (found: Found) => RawDocument,
  ) {
    this.stream = new FoundStream(call.engine, query);
  }

  /** The next batch ends at so many bytes, or with its first document. */
  limitNext(bytes: number): void {
    this.batchBytes = bytes;
  }

  async next(
    count: number,
    pace: Pace = this.call.deadline,
  ): Promise<{ documents: RawDocument[]; done: boolean }> {
    const documents: RawDocument[] = [];
    const limit = this.batchBytes;
    this.batchBytes = maxBatchBytes;
    let bytes = 0;
    while (documents.length < count) {
      const found = await this.stream.next(count - documents.length, pace);
      if (!found) break;
      const document = this.present(found);
      if (bytes + document.bytes.length > limit && documents.length > 0) {
        this.stream.putBack();
        break;
      }
      bytes += document.bytes.length;
      documents.push(document);
    }
    return { documents, done: this.stream.isDone };
  }
}

/** The documents of a query, in order, as far as they are asked for. */
export class FoundStream {
  private readonly scan: Scan;
  private toSkip: number;
  private left: number;
  private waiting: Found[] = [];
  private waitingAt = 0;
  private scanned = false;

  constructor(
    engine: Engine,
    private readonly query: FindQuery,
  ) {
    this.scan = new Scan(engine.storage, query.collection, query.plan, query.filter);
    this.toSkip = query.skip;
    this.left = query.limit || Infinity;
  }

  /**
   * Returns the next document, or undefined at the end. `wanted` is the number of documents that will be
   * asked for in a row.
   */
  async next(wanted: number, pace: Pace): Promise<Found | undefined> {
    if (!this.query.plan.sorted && !this.scanned) await this.sortAll(pace);
    if (this.left === 0) return undefined;
    await this.fill(Math.min(wanted, this.left), pace);
    const found = this.waiting[this.waitingAt];
    if (found) {
      this.waitingAt++;
      this.left--;
    }
    return found;
  }

  /** Puts back the document that was taken last. */
  putBack(): void {
    this.waitingAt--;
    this.left++;
  }

  get isDone(): boolean {
    return this.left === 0 || (this.scanned && this.waitingAt >= this.waiting.length);
  }

  /** Scans until a document waits, or there are no more. */
  private async fill(wanted: number, pace: Pace): Promise<void> {
    while (this.waitingAt >= this.waiting.length && !this.scanned && wanted > 0) {
      const found = Math.min(wanted + this.toSkip, 1000);
      const slice = this.scan.slice({ found, bytes: 4 * 1024 * 1024, ms: sliceMs });
      this.scanned = slice.done;
      this.waiting = this.skip(slice.found);
      this.waitingAt = 0;
      if (this.waiting.length < wanted && !this.scanned) await pace.yield();
      else pace.check();
    }
  }

  private skip(found: Found[]): Found[] {
    const skipped = Math.min(this.toSkip, found.length);
    this.toSkip -= skipped;
    return skipped > 0 ? found.slice(skipped) : found;
  }

  private async sortAll(pace: Pace): Promise<void> {
    const { sort, limit, skip } = this.query;
    this.waiting = this.skip(await sortFound(this.scan, sort, limit > 0 ? limit + skip : Infinity, pace));
    this.scanned = true;
  }
}
