import DataLoader from 'dataloader';
import { chunksOf, maxBatchSize } from './chunks';

/** One record for a key, or null. `fetch` may answer in any order and leave out what it does not have. */
export function loadOne<Key extends string, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(
    async (keys) => {
      const found = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize },
  );
}

type FetchRows<Key, Row> = (keys: readonly Key[]) => Promise<readonly Row[]>;

/**
 * A loader of many rows a key that can also be filled before its keys are asked for one by one. A field of 10,000 records
 * then answers each at once: ten thousand promises cost more than the rows.
 */
export class RowsLoader<Key extends string, Row> extends DataLoader<Key, readonly Row[]> {
  private readonly filled = new Map<Key, readonly Row[]>();

  constructor(
    private readonly fetch: FetchRows<Key, Row>,
    private readonly keysOf: (row: Row) => readonly Key[],
  ) {
    super((keys) => this.rowsOf(keys), { maxBatchSize });
  }

  /**
   * Reads the rows of all these keys. A failed read is left to `load`, which reports it where the row was
   * asked for.
   */
  async fill(keys: Iterable<Key>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.filled.has(key));
    await Promise.allSettled(
      [...chunksOf(missing)].map(async (chunk) => {
        const rows = await this.rowsOf(chunk);
        chunk.forEach((key, i) => this.filled.set(key, rows[i] ?? []));
      }),
    );
  }

  /** The rows of a key: themselves where `fill` has read them, and else their promise. */
  rows(key: Key): readonly Row[] | Promise<readonly Row[]> {
    return this.filled.get(key) ?? this.load(key);
  }

  private async rowsOf(keys: readonly Key[]): Promise<(readonly Row[])[]> {
    const found = new Map<Key, Row[]>(keys.map((key) => [key, []]));
    for (const row of await this.fetch(keys)) for (const key of this.keysOf(row)) found.get(key)?.push(row);
    return keys.map((key) => found.get(key) ?? []);
  }
}

/** Loads all records for a key, in the order in which `fetch` gave them, or an empty list. */
export function loadMany<Key extends string, Row>(
  fetch: FetchRows<Key, Row>,
  keysOf: (row: Row) => readonly Key[],
): RowsLoader<Key, Row> {
  return new RowsLoader(fetch, keysOf);
}
