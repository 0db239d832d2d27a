import { encodeDocument } from '../bson/encode';
import { type BsonDocument } from '../bson/value';
import type { Pace } from '../engine/cursors';
import { MongoError } from '../bson/mongoError';

/** Documents on their way through a pipeline, some at a time. */
export type Batches = AsyncGenerator<BsonDocument[], void, undefined>;

/** Makes of the documents that come in those that go out. */
export type Stage = (input: Batches, pace: Pace) => Batches;

/** MongoDB's limit on what one stage may hold, in bytes. */
const maxStageBytes = 100 * 1024 * 1024;
/** The memory of a document for each byte of its BSON; measured at 4 to 8 for small fields. */
const memoryPerByte = 2;

/** Counts what a stage holds. */
export class MemoryLimit {
  private bytes = 0;

  constructor(private readonly stage: string) {}

  /** @throws MongoError `QueryExceededMemoryLimitNoDiskUseAllowed` */
  add(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes <= maxStageBytes) return;
    throw new MongoError(
      'QueryExceededMemoryLimitNoDiskUseAllowed',
      `${this.stage} exceeded memory limit of ${maxStageBytes} bytes, and nothing is put on disk by the embedded store: ` +
        'filter or limit what comes into it.',
    );
  }

  addDocument(document: BsonDocument): void {
    this.add(encodeDocument(document).length * memoryPerByte);
  }
}

/** All that comes in, up to the limit. */
export async function collect(input: Batches, stage: string): Promise<BsonDocument[]> {
  const limit = new MemoryLimit(stage);
  const all: BsonDocument[] = [];
  for await (const batch of input) {
    for (const document of batch) {
      limit.addDocument(document);
      all.push(document);
    }
  }
  return all;
}

/** A stage that takes each document by itself; it may make none, one or several of it. */
export function eachDocument(
  change: (document: BsonDocument) => BsonDocument | undefined | BsonDocument[],
): Stage {
  return async function* (input) {
    for await (const batch of input) {
      const out = batch.flatMap((document) => change(document) ?? []);
      if (out.length > 0) yield out;
    }
  };
}

export async function* batchesOf(documents: readonly BsonDocument[], size = 200): Batches {
  for (let from = 0; from < documents.length; from += size) yield documents.slice(from, from + size);
}
