import type { ProjectedRow } from './projection';

/** Two streams that are sorted by id, as pairs of the same id. */
export async function* sideBySide(
  left: AsyncIterable<ProjectedRow>,
  right: AsyncIterable<ProjectedRow>,
): AsyncGenerator<readonly [ProjectedRow | undefined, ProjectedRow | undefined]> {
  const [lefts, rights] = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()];
  let [a, b] = [await lefts.next(), await rights.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareIds(a.value._id, b.value._id);
    yield [
      order <= 0 ? (a.value as ProjectedRow) : undefined,
      order >= 0 ? (b.value as ProjectedRow) : undefined,
    ];
    if (order <= 0) a = await lefts.next();
    if (order >= 0) b = await rights.next();
  }
}

/** As the store sorts strings: by their bytes in UTF-8. */
const compareIds = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
