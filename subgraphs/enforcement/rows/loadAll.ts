import type DataLoader from 'dataloader';

/** The rows of many keys, in their order; throws the first failure. */
export async function loadAll<Row>(loader: DataLoader<string, Row>, keys: readonly string[]): Promise<Row[]> {
  const found = await loader.loadMany(keys);
  return found.map((row) => {
    if (row instanceof Error) throw row;
    return row;
  });
}
