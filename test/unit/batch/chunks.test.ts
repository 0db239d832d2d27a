import fc from 'fast-check';
import { chunksOf, chunksOfStream, maxBatchSize } from '../../../shared/batch/chunks';

async function* stream<Item>(items: readonly Item[], asked: Item[] = []): AsyncGenerator<Item> {
  for (const item of items) {
    asked.push(item);
    yield await Promise.resolve(item);
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

it('cuts a list into whole parts and a rest, in order, and loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), async (items, size) => {
      const chunks = [...chunksOf(items, size)];
      expect(chunks.flat()).toEqual(items);
      expect(chunks.length).toBe(Math.ceil(items.length / size));
      for (const chunk of chunks.slice(0, -1)) expect(chunk).toHaveLength(size);
      expect(await all(chunksOfStream(stream(items), size))).toEqual(chunks);
      expect(await all(chunksOfStream(items, size))).toEqual(chunks);
    }),
  );
});

it.each([
  [0, []],
  [1, [1]],
  [maxBatchSize, [maxBatchSize]],
  [maxBatchSize + 1, [maxBatchSize, 1]],
  [2 * maxBatchSize, [maxBatchSize, maxBatchSize]],
])('has parts of a thousand where no size is given: %d items', async (count, lengths) => {
  const items = Array.from({ length: count }, (_, i) => i);
  expect([...chunksOf(items)].map(({ length }) => length)).toEqual(lengths);
  expect((await all(chunksOfStream(items))).map(({ length }) => length)).toEqual(lengths);
});

it('gives parts that can be changed without changing the list', () => {
  const items = [1, 2];
  for (const chunk of chunksOf(items)) chunk.reverse();
  expect(items).toEqual([1, 2]);
});

it('asks a stream for no more than is read of it, and ends it where reading ends', async () => {
  const asked: number[] = [];
  for await (const chunk of chunksOfStream(stream([1, 2, 3, 4, 5], asked), 2)) {
    expect(chunk).toEqual([1, 2]);
    break;
  }
  expect(asked).toEqual([1, 2]);
});

it('gives the parts before a failure, and then the failure', async () => {
  async function* failing() {
    yield* [1, 2, 3];
    await Promise.reject(new Error('cut off'));
  }
  const seen: number[][] = [];
  const read = async () => {
    for await (const chunk of chunksOfStream(failing(), 2)) seen.push(chunk);
  };
  await expect(read()).rejects.toThrow('cut off');
  expect(seen).toEqual([[1, 2]]);
});

it.each([0, -1, 1.5, NaN, Infinity])('rejects the size %d', async (size) => {
  expect(() => [...chunksOf([1], size)]).toThrow(RangeError);
  await expect(all(chunksOfStream([1], size))).rejects.toThrow(RangeError);
});
