import DataLoader from 'dataloader';

/** What a store is asked for in one query: a `$in` of this many ids is a few milliseconds, and far below 16 MiB. */
const maxBatchSize = 1_000;

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

/** All records for a key, in the order in which `fetch` gave them; an empty list where there are none. */
export function loadMany<Key extends string, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keysOf: (row: Row) => readonly Key[],
): DataLoader<Key, readonly Row[]> {
  return new DataLoader(
    async (keys) => {
      const found = new Map<Key, Row[]>(keys.map((key) => [key, []]));
      for (const row of await fetch(keys)) for (const key of keysOf(row)) found.get(key)?.push(row);
      return keys.map((key) => found.get(key) ?? []);
    },
    { maxBatchSize },
  );
}

/** What `fetch` answers for each key, in the order of the keys. */
export function loadEach<Key extends string, Value>(
  fetch: (keys: readonly Key[]) => Promise<readonly Value[]>,
): DataLoader<Key, Value> {
  return new DataLoader(fetch, { maxBatchSize });
}
