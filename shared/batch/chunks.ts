/**
 * The most ids in one query, and the most rows in one write. A `$in` of this size takes a few milliseconds.
 * Rows of a few kB stay far below MongoDB's limits: 16 MiB a document, 48 MB a message.
 */
export const maxBatchSize = 1_000;

/**
 * Cuts a list into parts of `size` items, in its order; the last one may be shorter, and an empty list has none.
 * @throws RangeError for a size that is no whole number above 0
 */
export function* chunksOf<Item>(
  items: readonly Item[],
  size: number = maxBatchSize,
): Generator<Item[], void, undefined> {
  requireSize(size);
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/**
 * Gathers items that come one by one into parts of `size` items, in their order. Holds one part at a time,
 * and asks for no more items than its reader takes.
 * @throws RangeError for a size that is no whole number above 0
 */
export async function* chunksOfStream<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size: number = maxBatchSize,
): AsyncGenerator<Item[], void, undefined> {
  requireSize(size);
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function requireSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 1)
    throw new RangeError(`a chunk has a whole number of items above 0, not ${size}`);
}
